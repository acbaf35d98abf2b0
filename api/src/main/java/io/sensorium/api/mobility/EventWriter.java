package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.timeline.TimelineEvent;
import java.time.Duration;

/** Writes events as the published API has them: exactly its keys, in its units. */
final class EventWriter {
  /*
   * Addresses, and places that nobody has named, need a map; without one the contract's form for "not
   * known" is written: null, with the key kept. -1 stands for features that were not observed.
   */

  private static final int NOT_OBSERVED = -1;

  private EventWriter() {}

  static void write(JsonWriter json, TimelineEvent event) {
    json.beginObject();
    writeFields(json, event);
    json.endObject();
  }

  /** Into an object that has begun. */
  static void writeFields(JsonWriter json, TimelineEvent event) {
    json.field("type", event instanceof TimelineEvent.Transport ? "Transport" : "Stationary");
    var when = event.when();
    var end = when.end();
    json.field("start", when.start(), when.startOffset());
    json.field("end", end == null ? null : Timestamps.millis(end, when.endOffset()));
    json.field("analysis_type", event.analysisType().wireName());
    json.field("event_id", event.id().value());
    switch (event) {
      case TimelineEvent.Transport transport -> writeTransport(json, transport);
      case TimelineEvent.Stationary stationary -> writeStationary(json, stationary);
    }
  }

  private static void writeTransport(JsonWriter json, TimelineEvent.Transport transport) {
    json.field("mode", transport.mode().wireName());
    json.field("distance", transport.distanceMeters());
    json.beginObject("behavior_features");
    json.field("phone_handling", NOT_OBSERVED);
    json.field("distance_during_annotations", NOT_OBSERVED);
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
    json.beginObject("place");
    json.field("type", "LocationPlaceCandidate");
    json.field("name", stationary.placeName());
    json.beginArray("categories");
    json.endArray();
    json.endObject();
    json.endObject();
    json.beginObject("address");
    json.field("type", "Address");
    json.nullField("country");
    json.nullField("city");
    json.nullField("city_type");
    json.endObject();
  }
}
