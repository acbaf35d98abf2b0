package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.DeliveryId;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.Delivery;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET|POST /admin/v1/applications/{id}/webhooks/{webhook}/deliveries}: the log, replay. */
final class WebhookDeliveries {

  private static final int PAGE_SIZE = 100;

  private final Guard guard;
  private final WebhookFinder finder;
  private final Deliveries deliveries;
  private final Runnable wake;
  private final Clock clock;

  WebhookDeliveries(Guard guard, Identities identities, Webhooks.Services services, Clock clock) {
    this.guard = guard;
    this.finder = new WebhookFinder(identities, services.webhooks());
    this.deliveries = services.deliveries();
    this.wake = services.wake();
    this.clock = clock;
  }

  /** {@code ?before=<id>}: newest first, a hundred at a time. */
  Response list(Request request) {
    guard.administrator(request);
    var webhook = webhook(request);
    var before = request.query().find("before").map(WebhookDeliveries::delivery);
    var listed = deliveries.list(webhook, before, PAGE_SIZE);
    return Response.json(json -> json.array(listed, delivery -> write(json, delivery)));
  }

  Response show(Request request) {
    guard.administrator(request);
    var log = log(request);
    return Response.json(json -> write(json, log));
  }

  /** {@code POST .../{delivery}/replay}: the same id and bytes once more, with all retries. */
  Response replay(Request request) {
    guard.administrator(request);
    var delivery = log(request).delivery();
    if (!deliveries.replay(delivery.callback(), delivery.id(), clock.instant())) {
      throw ApiError.conflict("it waits already, or its webhook is disabled");
    }
    wake.run();
    var log = log(request);
    return Response.json(json -> write(json, log));
  }

  /** {@code POST .../{webhook}/replay} with {@code {"since"}}: all that failed since then. */
  Response replayFailed(Request request) throws IOException {
    guard.administrator(request);
    var webhook = webhook(request);
    var since = instant(request.jsonObject().getString("since"));
    int replayed = deliveries.replayFailed(webhook, since, clock.instant());
    wake.run();
    return Response.json(json -> json.beginObject().field("replayed", replayed).endObject());
  }

  private CallbackId webhook(Request request) {
    return finder.webhook(request).id();
  }

  private Delivery.Log log(Request request) {
    var id = new DeliveryId(WebhookFinder.number(request, "delivery"));
    return deliveries.findLog(webhook(request), id).orElseThrow(ApiError::notFound);
  }

  private static DeliveryId delivery(String text) {
    try {
      return new DeliveryId(Long.parseLong(text));
    } catch (IllegalArgumentException e) {
      throw ApiError.invalidParameter("before: must be the id of a delivery");
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw ApiError.invalidParameter("since: must be a timestamp such as 2026-03-01T12:00:00Z");
    }
  }

  static void write(JsonWriter json, Delivery delivery) {
    json.beginObject();
    writeFields(json, delivery);
    json.endObject();
  }

  private static void write(JsonWriter json, Delivery.Log log) {
    json.beginObject();
    writeFields(json, log.delivery());
    json.name("log").array(log.attempts(), attempt -> writeAttempt(json, attempt));
    json.endObject();
  }

  private static void writeFields(JsonWriter json, Delivery delivery) {
    json.field("id", delivery.id().value());
    json.field("webhook_id", delivery.messageId());
    json.field("types", delivery.type());
    json.field("created_at", delivery.createdAt(), ZoneOffset.UTC);
    json.field("state", delivery.state().name().toLowerCase(Locale.ROOT));
    json.field("attempts", delivery.attemptCount());
    var next = Optional.ofNullable(delivery.nextAt());
    next.ifPresentOrElse(
        at -> json.field("next_at", at, ZoneOffset.UTC), () -> json.nullField("next_at"));
    writeStatus(json, delivery.lastStatus());
    json.field("error", delivery.lastError());
  }

  private static void writeAttempt(JsonWriter json, Delivery.Attempt attempt) {
    json.beginObject();
    json.field("attempt", attempt.number());
    json.field("at", attempt.at(), ZoneOffset.UTC);
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
