package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Place;
import java.util.Locale;

/** Writes what is told of a place; what is not known is null, with the key kept. */
final class PlaceWriter {

  private PlaceWriter() {}

  static void address(JsonWriter json, Address address) {
    var cityType = address.cityType();
    json.beginObject("address");
    json.field("type", "Address");
    json.field("country", address.country());
    json.field("city", address.city());
    json.field("city_type", cityType == null ? null : cityType.toUpperCase(Locale.ROOT));
    json.endObject();
  }

  static void place(JsonWriter json, Place place) {
    json.beginObject("place");
    json.field("type", "LocationPlaceCandidate");
    json.field("name", place.name());
    json.name("categories").array(place.categories(), json::value);
    json.endObject();
  }
}
