package io.sensorium.atlas.places;

import io.sensorium.atlas.osm.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes categories of what is cooked somewhere. */
final class Cuisines {

  /** Dishes, and the kitchen that they belong to. */
  private static final Map<String, String> KITCHENS =
      Map.of(
          "pizza", "italian",
          "pasta", "italian",
          "burger", "american",
          "kebab", "turkish",
          "sushi", "japanese",
          "ramen", "japanese",
          "tapas", "spanish",
          "tacos", "mexican");

  private Cuisines() {}

  /** The categories with the first cuisine behind them, for restaurants only. */
  static List<String> with(List<String> categories, Tags tags) {
    var cuisine = tags.find("cuisine");
    if (cuisine == null || !categories.getFirst().equals("restaurant")) {
      return categories;
    }
    var first = cuisine.split("[;,]", 2)[0].strip();
    if (!first.matches("[a-z_]{2,30}")) {
      return categories;
    }
    var longer = new ArrayList<>(categories);
    var kitchen = KITCHENS.get(first);
    if (kitchen != null) {
      longer.add(kitchen);
    }
    longer.add(first);
    return List.copyOf(longer);
  }
}
