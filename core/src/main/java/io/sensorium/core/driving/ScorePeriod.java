package io.sensorium.core.driving;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of period scores are summed up over. The order is stored. */
public enum ScorePeriod {
  DAY,
  /** From Monday on. */
  WEEK,
  /** From the 1st on. */
  MONTH,
  /** All that is kept, at most 9 weeks. */
  ALL;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ScorePeriod> findByWireName(String name) {
    return Arrays.stream(values()).filter(period -> period.wireName().equals(name)).findFirst();
  }

  /** Whether a period of this kind can begin on that day. */
  public boolean canStartOn(LocalDate day) {
    return switch (this) {
      case DAY, ALL -> true;
      case WEEK -> day.getDayOfWeek() == DayOfWeek.MONDAY;
      case MONTH -> day.getDayOfMonth() == 1;
    };
  }
}
