package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Place;
import io.sensorium.core.timeline.TimelineEvent;
import java.time.Duration;
import java.util.List;

/** Writes events as the published API has them: exactly its keys, in its units. */
final class EventWriter {
  /*
   * Addresses, and places that nobody has named, need a map; without one the contract's form for "not
   * known" is written: null, with the key kept. -1 stands for features that were not observed.
   */

  private EventWriter() {}

  static void write(JsonWriter json, TimelineEvent event, BehaviorFeatures features) {
    json.beginObject();
    writeFields(json, event, features);
    json.endObject();
  }

  /** Into an object that has begun. */
  static void writeFields(JsonWriter json, TimelineEvent event, BehaviorFeatures features) {
    json.field("type", event instanceof TimelineEvent.Transport ? "Transport" : "Stationary");
    var when = event.when();
    var end = when.end();
    json.field("start", when.start(), when.startOffset());
    json.field("end", end == null ? null : Timestamps.millis(end, when.endOffset()));
    json.field("analysis_type", event.analysisType().wireName());
    json.field("event_id", event.id().value());
    switch (event) {
      case TimelineEvent.Transport transport -> writeTransport(json, transport, features);
      case TimelineEvent.Stationary stationary -> writeStationary(json, stationary);
    }
  }

  private static void writeTransport(
      JsonWriter json, TimelineEvent.Transport transport, BehaviorFeatures features) {
    json.field("mode", transport.mode().wireName());
    json.field("distance", transport.distanceMeters());
    json.beginObject("behavior_features");
    ScoreWriter.count(json, "phone_handling", features.phoneHandlingMillis());
    ScoreWriter.count(json, "distance_during_annotations", features.annotatedDistanceMeters());
    json.endObject();
  }

  private static void writeStationary(JsonWriter json, TimelineEvent.Stationary stationary) {
    json.field("latitude", stationary.center().latitudeDeg(), 5);
    json.field("longitude", stationary.center().longitudeDeg(), 5);
    var when = stationary.when();
    var end = when.end();
    if (end == null) {
      json.nullField("duration");
    } else {
      json.field("duration", Math.round(Duration.between(when.start(), end).toNanos() / 1e6));
    }
    json.beginObject("location");
    json.field("type", "StationaryLocation");
    json.field("significance", stationary.significance().wireName());
    PlaceWriter.place(json, new Place(stationary.placeName(), List.of()));
    json.endObject();
    PlaceWriter.address(json, Address.UNKNOWN);
  }
}
