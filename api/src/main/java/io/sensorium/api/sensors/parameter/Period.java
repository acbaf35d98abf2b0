package io.sensorium.api.sensors.parameter;

import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A span of time that measurements are asked for, from its beginning up to, not including, its end.
 *
 * @param fromMicros in microseconds since 1970
 */
public record Period(long fromMicros, long toMicros) {

  private static final Duration DEFAULT_LENGTH = Duration.ofDays(7);

  public Period {
    if (fromMicros > toMicros) {
      throw new IllegalArgumentException("a period ends before it begins");
    }
  }

  public static Period of(Instant from, Instant to) {
    return new Period(Micros.of(from), Micros.of(to));
  }

  /**
   * The period of {@code from} and {@code to}. An end that is missing or no date is now; a
   * beginning that is missing, no date, or after the end is a week before the end.
   */
  public static Period read(Parameters parameters, Instant now) {
    var to = find(parameters, "to").orElse(now);
    var from =
        find(parameters, "from")
            .filter(given -> !given.isAfter(to))
            .orElseGet(() -> to.minus(DEFAULT_LENGTH));
    return of(from, to);
  }

  private static Optional<Instant> find(Parameters parameters, String name) {
    return parameters.find(name).flatMap(Dates::parse);
  }

  public boolean endsBefore(Instant instant) {
    return toMicros < Micros.of(instant);
  }

  public long lengthMicros() {
    return toMicros - fromMicros;
  }
}
