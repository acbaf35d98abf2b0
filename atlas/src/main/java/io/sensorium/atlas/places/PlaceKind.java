package io.sensorium.atlas.places;

import java.time.Duration;
import java.util.List;

/**
 * A kind of place; a line of {@code place-kinds.txt}.
 *
 * @param number its place in the file
 * @param categories from the broad word to the narrow one
 * @param weight how often people are at one place of the kind, compared with others
 * @param usualStay how long they usually stay
 * @param fromHour from when on they are there, 0 to 23
 * @param toHour until when, 1 to 24; less than {@code fromHour} when it is on the next day
 */
record PlaceKind(
    int number,
    String key,
    String value,
    List<String> categories,
    double weight,
    Duration usualStay,
    int fromHour,
    int toHour) {

  static final String ANY_VALUE = "*";

  PlaceKind {
    if (!(weight >= 0) || !usualStay.isPositive()) {
      throw new IllegalArgumentException("weight and usual stay of " + key + "=" + value);
    }
    if (fromHour < 0 || fromHour > 23 || toHour < 1 || toHour > 24 || fromHour == toHour) {
      throw new IllegalArgumentException("hours of " + key + "=" + value);
    }
    categories = List.copyOf(categories);
  }

  boolean isUsualHour(int hour) {
    return fromHour < toHour
        ? hour >= fromHour && hour < toHour
        : hour >= fromHour || hour < toHour;
  }

  /** Whether people live there; such places are many, and have no names. */
  boolean isDwelling() {
    return categories.contains("residential");
  }
}
