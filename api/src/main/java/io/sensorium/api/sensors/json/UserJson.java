package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.SensorUser;
import org.jspecify.annotations.Nullable;

/** Writes users, never with a password or its hash. */
public final class UserJson {
  /*
   * The numbers are those of the service whose API this is, where they are known: 1 is the unit °C,
   * notification_channel and notification_type are sums of bits. Our own numbers start at 100.
   */

  private static final int CELSIUS = 1;
  private static final int FAHRENHEIT = 121;
  private static final int NO_CHANNEL = 0;
  private static final int EMAIL_CHANNEL = 1;
  private static final int ALARMS = 2;
  private static final int OUR_PROVIDER = 1;

  private UserJson() {}

  public static void write(JsonWriter json, SensorUser user) {
    json.beginObject();
    writeFields(json, user);
    json.endObject();
  }

  /** As one of a hierarchy: with the user above, or null at its top. */
  public static void write(JsonWriter json, SensorUser user, @Nullable SensorUserId parent) {
    json.beginObject();
    writeFields(json, user);
    if (parent == null) {
      json.nullField("parent_id");
    } else {
      json.field("parent_id", parent.value());
    }
    json.endObject();
  }

  private static void writeFields(JsonWriter json, SensorUser user) {
    json.field("id", user.id().value());
    json.field("email", user.email());
    json.field("fname", user.firstName());
    json.field("lname", user.lastName());
    json.beginObject("country").field("code", user.country()).endObject();
    json.beginObject("tz").field("tz", user.zone().getId()).endObject();
    switch (user.temperatureUnit()) {
      case CELSIUS -> writeUnit(json, CELSIUS, "°C");
      case FAHRENHEIT -> writeUnit(json, FAHRENHEIT, "°F");
    }
    json.field("notification_channel", channel(user));
    json.field("notification_type", ALARMS);
    json.beginArray("accounts");
    writeAccount(json, user);
    json.endArray();
  }

  private static void writeUnit(JsonWriter json, int id, String name) {
    json.beginObject("temp_unit").field("id", id).field("name", name).endObject();
  }

  private static int channel(SensorUser user) {
    return switch (user.notificationChannel()) {
      case NONE -> NO_CHANNEL;
      case EMAIL -> EMAIL_CHANNEL;
    };
  }

  private static void writeAccount(JsonWriter json, SensorUser user) {
    json.beginObject();
    json.field("role", "admin");
    json.beginObject("account");
    json.field("id", user.id().value());
    json.beginObject("provider");
    json.field("id", OUR_PROVIDER);
    json.field("name", "Sensorium");
    json.nullField("image_phone");
    json.endObject();
    json.endObject();
    json.endObject();
  }
}
