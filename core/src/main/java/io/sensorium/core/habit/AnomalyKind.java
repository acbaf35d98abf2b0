package io.sensorium.core.habit;

import static io.sensorium.core.habit.AnomalyKind.Quantity.DAYS;
import static io.sensorium.core.habit.AnomalyKind.Quantity.DISTANCE;
import static io.sensorium.core.habit.AnomalyKind.Quantity.DURATION;
import static io.sensorium.core.habit.AnomalyKind.Quantity.OCCURRENCES;

import java.util.Locale;

/** What was unlike a person's habit. The order is stored. */
public enum AnomalyKind {
  TRANSPORT_DISTANCE(DISTANCE),
  TRANSPORT_DURATION(DURATION),
  TRANSPORT_MODE_DISTANCE(DISTANCE),
  TRANSPORT_MODE_DURATION(DURATION),
  TRANSPORT_MODE_CATEGORY_DISTANCE(DISTANCE),
  TRANSPORT_MODE_CATEGORY_DURATION(DURATION),
  TRANSPORT_DAY_PART_DISTANCE(DISTANCE),
  TRANSPORT_DAY_PART_DURATION(DURATION),
  TRANSPORT_MODE_CATEGORY_OCCURRENCE_COUNT(OCCURRENCES),
  STATIONARY_LOCATION_SIGNIFICANCE_DURATION(DURATION),
  STATIONARY_LOCATION_SIGNIFICANCE_DAY_PART_DURATION(DURATION),
  STATIONARY_PLACE_CATEGORY_DAY_COUNT(DAYS),
  STATIONARY_LOCATION_SIGNIFICANCE_DAY_PART_DAY_COUNT(DAYS),
  STATIONARY_PLACE_CATEGORY_DURATION(DURATION),
  STATIONARY_PLACE_CATEGORY_OCCURRENCE_COUNT(OCCURRENCES),
  MOMENT_DURATION(DURATION),
  COMMUTE_DISTANCE(DISTANCE),
  COMMUTE_DURATION(DURATION),
  COMMUTE_TRANSPORT_MODE_CATEGORY_DURATION(DURATION),
  WORKING_DURATION(DURATION),
  DOGWALK_OCCURRENCE_COUNT(OCCURRENCES);

  /** What is compared. */
  public enum Quantity {
    /** In meters. */
    DISTANCE,
    /** In seconds. */
    DURATION,
    DAYS,
    OCCURRENCES
  }

  private final Quantity quantity;

  AnomalyKind(Quantity quantity) {
    this.quantity = quantity;
  }

  public Quantity quantity() {
    return quantity;
  }

  /** Whether it is about one part of the day. */
  public boolean isOfDayPart() {
    return name().contains("_DAY_PART_");
  }

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
