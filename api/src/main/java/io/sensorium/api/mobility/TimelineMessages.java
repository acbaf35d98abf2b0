package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.notification.TimelineNotification.Subject;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.signals.Sighting;
import io.sensorium.core.time.ZoneLookup;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.driving.Drives;
import io.sensorium.store.habit.Habits;
import io.sensorium.store.timeline.Timelines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what webhooks and streams are told of people: the JSON of the API's own objects, as they
 * are when it is told.
 */
public final class TimelineMessages {

  private final Timelines timelines;
  private final Drives drives;
  private final Habits habits;
  private final ZoneLookup zones;
  private final EventWriter writer;
  private final Clock clock;

  public TimelineMessages(
      Timelines timelines,
      Drives drives,
      Habits habits,
      ZoneLookup zones,
      Gazetteer gazetteer,
      Clock clock) {
    this.timelines = timelines;
    this.drives = drives;
    this.habits = habits;
    this.zones = zones;
    this.writer = new EventWriter(gazetteer);
    this.clock = clock;
  }

  /**
   * The JSON of {@code {"meta":{"message_type","message_timestamp"},"data":{...}}}; empty when the
   * event is no longer there.
   */
  public Optional<String> item(TimelineNotification notification) {
    return data(notification).map(data -> item(notification.type().wireName(), data));
  }

  /** The same for a message of another type that tells nothing, by which a webhook is tried. */
  public String trial() {
    return item("test", "{}");
  }

  private String item(String type, String data) {
    return text(
        json -> {
          json.beginObject();
          json.beginObject("meta");
          json.field("message_type", type);
          json.field("message_timestamp", Timestamps.millisZulu(clock.instant()));
          json.endObject();
          json.name("data").raw(data);
          json.endObject();
        });
  }

  /** The JSON of what is told; empty when the event is no longer there. */
  public Optional<String> data(TimelineNotification notification) {
    var user = notification.user();
    return switch (notification.subject()) {
      case Subject.Changed(var event) ->
          timelines
              .findEvent(user, event)
              .filter(found -> found.id().equals(event)) // else it is retired: that is told later
              .map(found -> changed(user, found));
      case Subject.Removed(var event, var successor) ->
          Optional.of(removed(user, notification.type(), event, successor));
      case Subject.Located(var previous, var last) -> Optional.of(located(user, previous, last));
      case Subject.MomentChanged(var definition, var start) ->
          habits
              .findMoment(user, definition, start)
              .map(moment -> moment(user, json -> MomentWriter.changed(json, user, moment)));
      case Subject.MomentRemoved(var definition, var start) ->
          Optional.of(moment(user, json -> MomentWriter.removed(json, user, definition, start)));
    };
  }

  private String changed(UserId user, TimelineEvent event) {
    return text(
        json -> {
          json.beginObject();
          json.field("user_id", user.value());
          json.field("action", "event_changed");
          writer.writeFields(json, event, features(user, event));
          if (event instanceof TimelineEvent.Transport) {
            writeEnds(json, user, event.id());
          }
          json.endObject();
        });
  }

  private BehaviorFeatures features(UserId user, TimelineEvent event) {
    return drives.findFeatures(user, event.id()).orElse(BehaviorFeatures.NOT_OBSERVED);
  }

  private void writeEnds(JsonWriter json, UserId user, EventId event) {
    var points = timelines.findPath(user, event).map(it -> it.points()).orElse(List.of());
    writePlace(json, "start_location", points.isEmpty() ? null : points.getFirst());
    writePlace(json, "end_location", points.isEmpty() ? null : points.getLast());
  }

  private static void writePlace(JsonWriter json, String name, @Nullable PathPoint point) {
    if (point == null) {
      json.nullField(name);
      return;
    }
    json.beginObject(name);
    writePosition(json, point.position());
    json.endObject();
  }

  private static String removed(
      UserId user, MessageType type, EventId event, @Nullable EventId successor) {
    return text(
        json -> {
          json.beginObject();
          json.field("user_id", user.value());
          json.field("action", "event_removed");
          json.field("type", type == MessageType.TRANSPORT ? "Transport" : "Stationary");
          json.field("event_id", event.value());
          json.field("replaced_by", successor == null ? null : successor.value());
          json.endObject();
        });
  }

  private static String moment(UserId user, Consumer<JsonWriter> content) {
    return text(
        json -> {
          json.beginObject();
          json.field("user_id", user.value());
          json.beginArray("events");
          content.accept(json);
          json.endArray();
          json.endObject();
        });
  }

  private String located(UserId user, @Nullable Sighting previous, Sighting last) {
    return text(
        json -> {
          json.beginObject();
          json.field("user_id", user.value());
          writeSighting(json, "previous_location", previous);
          writeSighting(json, "last_location", last);
          json.endObject();
        });
  }

  private void writeSighting(JsonWriter json, String name, @Nullable Sighting sighting) {
    if (sighting == null) {
      json.nullField(name);
      return;
    }
    json.beginObject(name);
    writePosition(json, sighting.position());
    Instant time = sighting.time();
    json.field("timestamp", time, LocalOffsets.at(zones, sighting.position(), time));
    json.endObject();
  }

  private static void writePosition(JsonWriter json, LatLon position) {
    json.field("latitude", position.latitudeDeg(), 5);
    json.field("longitude", position.longitudeDeg(), 5);
  }

  private static String text(Consumer<JsonWriter> content) {
    return new String(JsonWriter.write(content), StandardCharsets.UTF_8);
  }
}
