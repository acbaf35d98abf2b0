package io.sensorium.intake.fix;

import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times that an item may have: from the year 2000 to a day after it was received. */
public record TimeWindow(long earliestMicros, long latestMicros) {

  private static final long YEAR_2000_MICROS = Micros.of(Instant.parse("2000-01-01T00:00:00Z"));
  private static final Duration FUTURE = Duration.ofHours(24);

  public static TimeWindow receivedAt(Instant instant) {
    return new TimeWindow(YEAR_2000_MICROS, Micros.of(instant.plus(FUTURE)));
  }

  /** Why an item of this time is rejected, or null when the time is good. */
  public @Nullable String problemOf(String field, long timeMicros) {
    if (timeMicros < earliestMicros) {
      return field + ": must not be before 2000";
    }
    return timeMicros > latestMicros ? field + ": must not be more than 24 h in the future" : null;
  }
}
