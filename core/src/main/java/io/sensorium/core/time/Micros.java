package io.sensorium.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as whole microseconds since 1970-01-01T00:00:00Z, the form in which they are stored. */
public final class Micros {

  public static final long PER_MILLI = 1_000;
  public static final long PER_SECOND = 1_000_000;
  public static final long PER_MINUTE = 60 * PER_SECOND;
  public static final long PER_HOUR = 60 * PER_MINUTE;
  public static final long PER_DAY = 24 * PER_HOUR;

  private Micros() {}

  /** Rounds towards the past. */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
  }

  /** Rounds towards zero. */
  public static long of(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), PER_SECOND), duration.getNano() / 1_000);
  }

  public static Duration toDuration(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }

  public static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** The UTC day, counted from 1970-01-01, that holds the instant. */
  public static long utcDay(long micros) {
    return Math.floorDiv(micros, PER_DAY);
  }
}
