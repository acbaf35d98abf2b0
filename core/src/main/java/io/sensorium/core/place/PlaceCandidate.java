package io.sensorium.core.place;

import io.sensorium.core.geo.LatLon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that somebody may have been at.
 *
 * @param name what it is called; null when it has no name, or is too unlikely to be named
 * @param categories what kind of place it is, from the broad word to the narrow one, such as shop,
 *     food, grocery, supermarket
 * @param probabilityRatio how likely it is, 0 to 1; those of one visit add up to 1 at most
 * @param position its middle
 */
public record PlaceCandidate(
    @Nullable String name, List<String> categories, double probabilityRatio, LatLon position) {

  public PlaceCandidate {
    if (!(probabilityRatio >= 0 && probabilityRatio <= 1)) {
      throw new IllegalArgumentException("probability must be within 0..1: " + probabilityRatio);
    }
    categories = List.copyOf(categories);
  }
}
