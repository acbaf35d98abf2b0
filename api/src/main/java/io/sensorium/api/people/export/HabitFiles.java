package io.sensorium.api.people.export;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.habit.LocationCluster;
import io.sensorium.core.habit.Segment;

/** Writes the places and groups that a person belongs to by habit. */
final class HabitFiles {

  private HabitFiles() {}

  static void write(JsonWriter json, Segment segment) {
    json.beginObject();
    json.field("segment_definition_id", segment.definitionId());
    json.field("explanation_you", segment.explanation());
    json.endObject();
  }

  static void write(JsonWriter json, LocationCluster cluster) {
    var address = cluster.address();
    json.beginObject();
    json.field("last_visit", cluster.lastVisit(), cluster.offset());
    json.field("latitude", cluster.center().latitudeDeg(), 7);
    json.field("longitude", cluster.center().longitudeDeg(), 7);
    json.field("radius", cluster.radiusMeters());
    json.field("is_poi", cluster.isPoi());
    json.field("significance", cluster.significance().wireName());
    json.beginObject("address");
    json.field("country", address.country());
    json.field("region", address.region());
    json.field("district", address.district());
    json.field("city", address.city());
    json.field("city_type", address.cityType());
    json.field("street", address.street());
    json.endObject();
    json.beginObject("place");
    json.field("name", cluster.place().name());
    json.name("categories").array(cluster.place().categories(), json::value);
    json.endObject();
    json.endObject();
  }
}
