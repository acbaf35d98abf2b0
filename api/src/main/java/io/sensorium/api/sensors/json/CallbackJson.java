package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.notification.WebhookSecret;
import io.sensorium.store.outbox.Callback;

/** Writes callbacks; their secret only when it was just drawn. */
public final class CallbackJson {

  private CallbackJson() {}

  public static void write(JsonWriter json, DateStyle dates, Callback callback) {
    json.beginObject();
    writeFields(json, dates, callback);
    json.endObject();
  }

  /** With the secret, which is never shown again. */
  public static void write(
      JsonWriter json, DateStyle dates, Callback callback, WebhookSecret secret) {
    json.beginObject();
    writeFields(json, dates, callback);
    json.field("secret", secret.text());
    json.endObject();
  }

  private static void writeFields(JsonWriter json, DateStyle dates, Callback callback) {
    json.field("id", callback.id().value());
    json.field("url", callback.url().text());
    json.field("type", callback.typeBits());
    json.field("created_date", dates.format(callback.createdAt()));
    json.field("state", WireNames.of(callback.state()));
    var disabled = callback.disabled();
    json.field("reason", disabled == null ? null : WireNames.of(disabled.reason()));
    var createdBy = callback.createdBy();
    if (createdBy == null) {
      json.nullField("created_by");
    } else {
      json.field("created_by", createdBy.value());
    }
  }
}
