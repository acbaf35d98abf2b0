package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Set;

/** {@code GET /admin/v1/users} and {@code PATCH /admin/v1/users/{id}}. */
final class Users {

  private static final int PAGE = 1_000;
  private static final Set<String> FLAVORS =
      Set.of(
          "full",
          "offline_driving",
          "realtime_marketing",
          "offline_segmentation",
          "triggered_trips");
  private static final Set<String> KILLSWITCH_ACTIONS = Set.of("enable_sdk", "disable_sdk");

  private final Guard guard;
  private final Identities identities;

  Users(Guard guard, Identities identities) {
    this.guard = guard;
    this.identities = identities;
  }

  /** At most 1,000 in the order of their ids; {@code after} goes on behind an id. */
  Response list(Request request) {
    guard.administrator(request);
    var application =
        request
            .query()
            .find("application_id")
            .map(
                id -> {
                  if (!ApplicationId.isValid(id)) {
                    throw ApiError.invalidParameter("application_id: is not an id");
                  }
                  return new ApplicationId(id);
                });
    var users =
        identities.listUsers(
            application.orElse(null),
            request.query().find("external_id").orElse(null),
            request.query().find("after").map(Users::userId).orElse(null),
            PAGE);
    return Response.json(
        json -> {
          json.beginArray();
          users.forEach(user -> write(json, user));
          json.endArray();
        });
  }

  Response patch(Request request) throws IOException {
    guard.administrator(request);
    var id = request.pathParameter("id");
    var user =
        (UserId.isValid(id)
                ? identities.findUser(new UserId(id))
                : java.util.Optional.<User>empty())
            .orElseThrow(ApiError::userNotFound);
    var body = request.jsonObject();
    var changed =
        changed(user, body.findBoolean("can_login").orElse(user.canLogin()), sdk(user, body));
    identities.updateUser(changed);
    return Response.json(json -> write(json, changed));
  }

  private static User.SdkSettings sdk(User user, JsonObject body) {
    var flavor = body.findString("flavor").orElse(user.sdk().flavor());
    if (flavor != null && !FLAVORS.contains(flavor)) {
      throw ApiError.invalidParameter("flavor: must be one of " + FLAVORS);
    }
    var action = body.findString("killswitch_action").orElse(user.sdk().killswitchAction());
    if (!KILLSWITCH_ACTIONS.contains(action)) {
      throw ApiError.invalidParameter("killswitch_action: must be one of " + KILLSWITCH_ACTIONS);
    }
    return new User.SdkSettings(flavor, action, user.sdk().debugLogging());
  }

  private static User changed(User user, boolean canLogin, User.SdkSettings sdk) {
    return switch (user) {
      case User.Person p ->
          new User.Person(p.id(), p.application(), p.createdAt(), canLogin, sdk, p.externalId());
      case User.Control c ->
          new User.Control(
              c.id(),
              c.application(),
              c.createdAt(),
              canLogin,
              sdk,
              c.email(),
              c.account(),
              c.role());
    };
  }

  private static UserId userId(String text) {
    if (!UserId.isValid(text)) {
      throw ApiError.invalidParameter("after: is not an id");
    }
    return new UserId(text);
  }

  private static void write(JsonWriter json, User user) {
    json.beginObject();
    json.field("type", user instanceof User.Control ? "ControlUser" : "User");
    json.field("id", user.id().value());
    json.field("application_id", user.application().value());
    json.field("external_id", user instanceof User.Person person ? person.externalId() : null);
    json.field("can_login", user.canLogin());
    json.field("flavor", user.sdk().flavor());
    json.field("killswitch_action", user.sdk().killswitchAction());
    json.field("created_at", user.createdAt(), ZoneOffset.UTC);
    json.endObject();
  }
}
