package io.sensorium.api.people.export;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.correction.Correction;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.timeline.StoredEvent;

/** Writes what was derived of a person, with the ways of transports, and what they corrected. */
final class TimelineFiles {

  private TimelineFiles() {}

  static void write(JsonWriter json, StoredEvent stored) {
    var event = stored.event();
    var when = event.when();
    var end = when.end();
    json.beginObject();
    json.field("event_id", event.id().value());
    json.field("start", when.start(), when.startOffset());
    if (end == null) {
      json.nullField("end");
    } else {
      json.field("end", end, when.endOffset());
    }
    json.field("analysis_type", event.analysisType().wireName());
    switch (event) {
      case TimelineEvent.Stationary stay -> {
        json.field("type", "Stationary");
        json.field("latitude", stay.center().latitudeDeg(), 5);
        json.field("longitude", stay.center().longitudeDeg(), 5);
        json.field("significance", stay.significance().wireName());
        json.field("place", stay.placeName());
      }
      case TimelineEvent.Transport transport -> {
        json.field("type", "Transport");
        json.field("mode", transport.mode().wireName());
        json.field("mode_probability", transport.modeProbabilityRatio(), 4);
        json.field("distance", transport.distanceMeters());
        writePath(json, stored.path());
      }
    }
    json.endObject();
  }

  private static void writePath(JsonWriter json, Path path) {
    json.beginArray("path");
    for (var point : path.points()) {
      json.beginObject();
      json.field("time", Micros.toInstant(point.timeMicros()).toString());
      json.field("latitude", point.position().latitudeDeg(), 5);
      json.field("longitude", point.position().longitudeDeg(), 5);
      json.field("speed_kmh", point.speedKmh(), 1);
      json.endObject();
    }
    json.endArray();
  }

  static void write(JsonWriter json, Correction correction) {
    json.beginObject();
    json.field("id", correction.id().value());
    json.field("start", Micros.toInstant(correction.startMicros()).toString());
    json.field("end", Micros.toInstant(correction.endMicros()).toString());
    json.field("given_at", correction.givenAt().toString());
    switch (correction.claim()) {
      case Claim.Mode(var mode) -> json.field("mode", mode == null ? null : mode.wireName());
      case Claim.Place(var name) -> json.field("place", name);
      case Claim.NotAStay(boolean holds) -> json.field("not_a_stay", holds);
    }
    json.endObject();
  }
}
