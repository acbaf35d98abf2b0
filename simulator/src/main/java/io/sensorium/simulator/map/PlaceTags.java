package io.sensorium.simulator.map;

import io.sensorium.simulator.town.PlaceKind;
import java.util.List;

/** What OpenStreetMap calls the places of a town. */
final class PlaceTags {

  /**
   * The tag that tells what a place is.
   *
   * @param title the last word of the place's name
   * @param building what kind of building it is in
   */
  record Tag(String key, String value, String title, String building) {
    Tag(String key, String value, String title) {
      this(key, value, title, "yes");
    }
  }

  private static final List<Tag> SHOPS =
      List.of(
          new Tag("shop", "supermarket", "Supermarket", "supermarket"),
          new Tag("shop", "bakery", "Bakery", "retail"),
          new Tag("shop", "butcher", "Butcher", "retail"),
          new Tag("shop", "clothes", "Fashion", "retail"),
          new Tag("shop", "hairdresser", "Hairdresser", "retail"),
          new Tag("shop", "books", "Books", "retail"),
          new Tag("shop", "electronics", "Electronics", "retail"),
          new Tag("shop", "doityourself", "Hardware", "retail"));

  private static final List<Tag> RESTAURANTS =
      List.of(
          new Tag("amenity", "restaurant", "Kitchen"),
          new Tag("amenity", "cafe", "Café"),
          new Tag("amenity", "fast_food", "Grill"),
          new Tag("amenity", "pub", "Arms"),
          new Tag("amenity", "bar", "Bar"));

  private static final List<Tag> OFFICES =
      List.of(
          new Tag("office", "company", "Works", "office"),
          new Tag("office", "insurance", "Insurance", "office"),
          new Tag("office", "lawyer", "Chambers", "office"),
          new Tag("office", "it", "Software", "office"));

  /** Places that nobody of the simulated people goes to. */
  static final List<Tag> OTHERS =
      List.of(
          new Tag("amenity", "fuel", "Fuel"),
          new Tag("amenity", "charging_station", "Charging"),
          new Tag("amenity", "parking", "Car Park"),
          new Tag("amenity", "car_wash", "Car Wash"),
          new Tag("amenity", "hospital", "Hospital"),
          new Tag("amenity", "clinic", "Clinic"),
          new Tag("amenity", "doctors", "Surgery"),
          new Tag("amenity", "dentist", "Dentist"),
          new Tag("amenity", "pharmacy", "Pharmacy"),
          new Tag("amenity", "bank", "Bank"),
          new Tag("amenity", "post_office", "Post Office"),
          new Tag("amenity", "townhall", "Town Hall"),
          new Tag("amenity", "police", "Police"),
          new Tag("amenity", "fire_station", "Fire Station"),
          new Tag("amenity", "library", "Library"),
          new Tag("amenity", "university", "University"),
          new Tag("amenity", "kindergarten", "Kindergarten"),
          new Tag("amenity", "cinema", "Cinema"),
          new Tag("amenity", "theatre", "Theatre"),
          new Tag("amenity", "place_of_worship", "Church"),
          new Tag("amenity", "marketplace", "Market"),
          new Tag("amenity", "nightclub", "Club"),
          new Tag("tourism", "hotel", "Hotel"),
          new Tag("tourism", "museum", "Museum"),
          new Tag("leisure", "park", "Park"),
          new Tag("leisure", "swimming_pool", "Baths"),
          new Tag("leisure", "stadium", "Stadium"),
          new Tag("leisure", "playground", "Playground"),
          new Tag("shop", "car", "Cars"),
          new Tag("shop", "florist", "Flowers"));

  private PlaceTags() {}

  /** The tag of a place where people stay, by its number among those of its kind. */
  static Tag of(PlaceKind kind, int number) {
    return switch (kind) {
      case HOME -> new Tag("building", "house", "", "house");
      case OFFICE -> OFFICES.get(number % OFFICES.size());
      case SCHOOL -> new Tag("amenity", "school", "School", "school");
      case SHOP -> SHOPS.get(number % SHOPS.size());
      case GYM -> new Tag("leisure", "fitness_centre", "Gym");
      case RESTAURANT -> RESTAURANTS.get(number % RESTAURANTS.size());
    };
  }
}
