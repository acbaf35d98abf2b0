package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.store.outbox.Delivery;
import org.jspecify.annotations.Nullable;

/** Writes what was sent to a callback, and what came of it. */
public final class DeliveryJson {

  private DeliveryJson() {}

  public static void write(JsonWriter json, DateStyle dates, Delivery delivery) {
    json.beginObject();
    writeFields(json, dates, delivery);
    json.endObject();
  }

  /** With all attempts. */
  public static void write(JsonWriter json, DateStyle dates, Delivery.Log log) {
    json.beginObject();
    writeFields(json, dates, log.delivery());
    json.name("log").array(log.attempts(), attempt -> writeAttempt(json, dates, attempt));
    json.endObject();
  }

  private static void writeFields(JsonWriter json, DateStyle dates, Delivery delivery) {
    json.field("id", delivery.id().value());
    json.field("webhook_id", delivery.messageId());
    json.field("event_type", delivery.type());
    json.field("created_date", dates.format(delivery.createdAt()));
    json.field("state", WireNames.of(delivery.state()));
    json.field("attempts", delivery.attemptCount());
    json.field("next_date", dates.formatNullable(delivery.nextAt()));
    writeStatus(json, delivery.lastStatus());
    json.field("error", delivery.lastError());
  }

  private static void writeAttempt(JsonWriter json, DateStyle dates, Delivery.Attempt attempt) {
    json.beginObject();
    json.field("attempt", attempt.number());
    json.field("date", dates.format(attempt.at()));
    json.field("duration_ms", attempt.durationMillis());
    writeStatus(json, attempt.status());
    json.field("error", attempt.error());
    json.endObject();
  }

  private static void writeStatus(JsonWriter json, @Nullable Integer status) {
    if (status == null) {
      json.nullField("status");
    } else {
      json.field("status", status.longValue());
    }
  }
}
