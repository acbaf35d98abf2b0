package io.sensorium.intake.measurements;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows have sense: a date from 2000 to ten minutes after the row was received, and a finite
 * value, or none where the row is blank.
 */
record RowCheck(long earliestMicros, long latestMicros) {

  private static final long YEAR_2000_MICROS = Micros.of(Instant.parse("2000-01-01T00:00:00Z"));
  private static final Duration FUTURE = Duration.ofMinutes(10);
  private static final int BLANK = MeasurementType.BLANK.code();

  /** Checks rows that are received at an instant, of which older ones are not kept. */
  static RowCheck receivedAt(Instant instant, long keptFromMicros) {
    return new RowCheck(
        Math.max(YEAR_2000_MICROS, keptFromMicros), Micros.of(instant.plus(FUTURE)));
  }

  /** Why a row is rejected, or null when it is good. */
  @Nullable String problemOf(long timeMicros, double value, int typeCode) {
    if (timeMicros < earliestMicros) {
      return timeMicros < YEAR_2000_MICROS
          ? "date: must not be before 2000"
          : "date: so old rows are not kept";
    }
    if (timeMicros > latestMicros) {
      return "date: must not be more than 10 min in the future";
    }
    boolean good = typeCode == BLANK ? Double.isNaN(value) : Double.isFinite(value);
    return good ? null : "value: must be a finite number";
  }
}
