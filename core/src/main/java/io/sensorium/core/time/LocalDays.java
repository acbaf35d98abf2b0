package io.sensorium.core.time;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** A range of local dates; both ends belong to it. */
public record LocalDays(LocalDate from, LocalDate to) {

  private static final long MAX_OFFSET_MICROS =
      ZoneOffset.MAX.getTotalSeconds() * Micros.PER_SECOND;
  private static final long MOST_DAYS = 100_000_000; // from 1970: as far as microseconds go

  public LocalDays {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day is before the first: " + from + ", " + to);
    }
  }

  /** No clock on earth shows the first day before this instant. */
  public long earliestMicros() {
    return micros(from) - MAX_OFFSET_MICROS;
  }

  /** No clock on earth shows the last day at this instant or later. */
  public long endMicros() {
    return micros(to) + Micros.PER_DAY + MAX_OFFSET_MICROS;
  }

  private static long micros(LocalDate day) {
    return Math.clamp(day.toEpochDay(), -MOST_DAYS, MOST_DAYS) * Micros.PER_DAY;
  }
}
