package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.place.Place;
import io.sensorium.core.place.PlaceCandidate;
import io.sensorium.core.place.Visit;
import io.sensorium.core.timeline.TimelineEvent;
import java.time.Duration;
import java.util.List;

/** Writes events as the published API has them: exactly its keys, in its units. */
final class EventWriter {
  /*
   * Addresses and places are looked up while writing; see docs/decisions/0008-names-at-reading.md. What
   * no map knows is null, with the key kept. -1 stands for features that were not observed.
   */

  private final Gazetteer gazetteer;

  EventWriter(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  void write(JsonWriter json, TimelineEvent event, BehaviorFeatures features) {
    json.beginObject();
    writeFields(json, event, features);
    json.endObject();
  }

  /** Into an object that has begun. */
  void writeFields(JsonWriter json, TimelineEvent event, BehaviorFeatures features) {
    json.field("type", event instanceof TimelineEvent.Transport ? "Transport" : "Stationary");
    var when = event.when();
    var end = when.end();
    json.field("start", when.start(), when.startOffset());
    json.field("end", end, when.endOffset());
    json.field("analysis_type", event.analysisType().wireName());
    json.field("event_id", event.id().value());
    switch (event) {
      case TimelineEvent.Transport transport -> writeTransport(json, transport, features);
      case TimelineEvent.Stationary stationary -> writeStationary(json, stationary);
    }
  }

  private void writeTransport(
      JsonWriter json, TimelineEvent.Transport transport, BehaviorFeatures features) {
    json.field("mode", transport.mode().wireName());
    json.field("distance", transport.distanceMeters());
    json.beginObject("behavior_features");
    ScoreWriter.count(json, "phone_handling", features.phoneHandlingMillis());
    ScoreWriter.count(json, "distance_during_annotations", features.annotatedDistanceMeters());
    json.endObject();
  }

  private void writeStationary(JsonWriter json, TimelineEvent.Stationary stationary) {
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
    PlaceWriter.place(json, place(stationary));
    json.endObject();
    PlaceWriter.address(json, gazetteer.addressAt(stationary.center()));
  }

  /** A name that the person gave goes before the map's. */
  private Place place(TimelineEvent.Stationary stationary) {
    var likeliest = gazetteer.candidatesOf(visit(stationary)).stream().findFirst();
    var named = stationary.placeName();
    return new Place(
        named == null ? likeliest.map(PlaceCandidate::name).orElse(null) : named,
        likeliest.map(PlaceCandidate::categories).orElse(List.of()));
  }

  private static Visit visit(TimelineEvent.Stationary stationary) {
    var when = stationary.when();
    var end = when.end();
    return new Visit(
        stationary.center(),
        when.localStart().toLocalDateTime(),
        end == null ? null : Duration.between(when.start(), end));
  }
}
