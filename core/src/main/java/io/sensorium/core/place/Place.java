package io.sensorium.core.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a place is.
 *
 * @param name what it is called; null when that is not known, or not for sure
 * @param categories what kind of place it is, broad before specific: shop, food, supermarket; none
 *     holds a comma
 */
public record Place(@Nullable String name, List<String> categories) {

  public static final Place UNKNOWN = new Place(null, List.of());

  public Place {
    categories = List.copyOf(categories);
    for (var category : categories) {
      if (category.isEmpty() || category.contains(",")) {
        throw new IllegalArgumentException("not a category: " + category);
      }
    }
  }
}
