package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.User;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes a user's profile: the same eight keys for people and control users. */
final class ProfileWriter {

  private ProfileWriter() {}

  /**
   * @param account the account of a control user; of no use for a person
   */
  static void write(JsonWriter json, User user, Account account) {
    json.beginObject();
    json.field("type", user instanceof User.Control ? "ControlUser" : "User");
    json.field("id", user.id().value());
    json.field("can_login", user.canLogin());
    createdAt(json, user.createdAt());
    writeSettings(json, user.sdk());
    json.field("application_id", user.application().value());
    switch (user) {
      case User.Person _ -> {
        json.nullField("email");
        json.beginArray("account_roles");
        json.endArray();
      }
      case User.Control control -> writeRoles(json, control, account);
    }
    json.endObject();
  }

  private static void writeSettings(JsonWriter json, User.SdkSettings sdk) {
    json.beginObject("sdk");
    json.field("type", "UserSdkSettings");
    json.field("flavor", sdk.flavor());
    json.field("killswitch_action", sdk.killswitchAction());
    var debugLogging = sdk.debugLogging();
    if (debugLogging == null) {
      json.nullField("debug_logging");
    } else {
      json.field("debug_logging", debugLogging.booleanValue());
    }
    json.endObject();
  }

  private static void writeRoles(JsonWriter json, User.Control control, Account account) {
    json.field("email", control.email());
    json.beginArray("account_roles");
    json.beginObject();
    json.field("type", "UserAccountRole");
    json.field("user_id", control.id().value());
    json.field("account_id", account.id().value());
    json.field("role", control.role().wireName());
    json.beginObject("account");
    json.field("id", account.id().value());
    json.field("display_name", account.displayName());
    createdAt(json, account.createdAt());
    json.endObject();
    json.endObject();
    json.endArray();
  }

  private static void createdAt(JsonWriter json, Instant createdAt) {
    json.field("created_at", createdAt, ZoneOffset.UTC);
  }
}
