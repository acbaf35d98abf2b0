package io.sensorium.api.people.export;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.notification.TimelineNotification.Subject;
import io.sensorium.core.signals.Sighting;
import io.sensorium.store.outbox.TimelineNotifications;
import io.sensorium.store.outbox.ToldMessage;
import io.sensorium.store.timeline.Retirement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes what others were told of a person, and which ids of events are no longer in use. */
final class NewsFiles {

  private static final int PAGE = 500;

  private NewsFiles() {}

  static void writeNotifications(
      JsonWriter json, UserId user, TimelineNotifications notifications) {
    long position = 0;
    for (var page = notifications.listAfter(user, position, PAGE);
        !page.isEmpty();
        page = notifications.listAfter(user, position, PAGE)) {
      page.forEach(pending -> write(json, pending.notification()));
      position = page.getLast().position();
    }
  }

  private static void write(JsonWriter json, TimelineNotification notification) {
    json.beginObject();
    json.field("type", notification.type().wireName());
    switch (notification.subject()) {
      case Subject.Changed(var event) -> json.field("event_id", event.value());
      case Subject.Removed(var event, var successor) -> {
        json.field("removed_event_id", event.value());
        json.field("replaced_by", successor == null ? null : successor.value());
      }
      case Subject.MomentChanged(var definition, var start) ->
          moment(json, "changed", definition, start);
      case Subject.MomentRemoved(var definition, var start) ->
          moment(json, "removed", definition, start);
      case Subject.Located(var previous, var last) -> {
        write(json, "previous_location", previous);
        write(json, "last_location", last);
      }
    }
    json.endObject();
  }

  private static void moment(JsonWriter json, String change, String definition, Instant start) {
    json.field("moment", change);
    json.field("moment_definition_id", definition);
    json.field("start", start.toString());
  }

  private static void write(JsonWriter json, String name, @Nullable Sighting sighting) {
    if (sighting == null) {
      json.nullField(name);
      return;
    }
    json.beginObject(name);
    json.field("time", sighting.time().toString());
    json.field("latitude", sighting.position().latitudeDeg(), 7);
    json.field("longitude", sighting.position().longitudeDeg(), 7);
    json.endObject();
  }

  static void write(JsonWriter json, ToldMessage message) {
    json.beginObject();
    json.field("type", message.type());
    json.field("created_at", message.createdAt().toString());
    json.name("body").raw(message.body());
    json.endObject();
  }

  static void write(JsonWriter json, Retirement retirement) {
    var successor = retirement.successor();
    json.beginObject();
    json.field("event_id", retirement.id().value());
    json.field("replaced_by", successor == null ? null : successor.value());
    json.endObject();
  }
}
