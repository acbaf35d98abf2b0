package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.store.outbox.TimelineNotifications;
import java.time.ZoneOffset;

/**
 * {@code GET /admin/v1/notifications/parked} and {@code POST .../replay}: what is new of people and
 * could not be told to webhooks.
 */
final class ParkedNews {

  private final Guard guard;
  private final TimelineNotifications notifications;

  ParkedNews(Guard guard, TimelineNotifications notifications) {
    this.guard = guard;
    this.notifications = notifications;
  }

  Response list(Request request) {
    guard.administrator(request);
    var listed = notifications.listParked();
    return Response.json(
        json ->
            json.array(
                listed,
                parked -> {
                  json.beginObject();
                  json.field("id", parked.position());
                  json.field("user_id", parked.notification().user().value());
                  json.field("type", parked.notification().type().wireName());
                  json.field("parked_at", parked.at(), ZoneOffset.UTC);
                  json.field("reason", parked.reason());
                  json.endObject();
                }));
  }

  /** All of them are tried again; what fails once more is parked once more. */
  Response replay(Request request) {
    guard.administrator(request);
    int replayed = notifications.replayParked();
    return Response.json(json -> json.beginObject().field("replayed", replayed).endObject());
  }
}
