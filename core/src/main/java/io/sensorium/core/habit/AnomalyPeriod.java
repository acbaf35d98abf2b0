package io.sensorium.core.habit;

import java.util.Locale;

/** What is summed up, where an anomaly is one of sums. The order is stored. */
public enum AnomalyPeriod {
  DAY,
  WEEK,
  MONTH,
  SEMANTIC_DAY,
  WEEKEND_DAY;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
