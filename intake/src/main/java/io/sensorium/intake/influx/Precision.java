package io.sensorium.intake.influx;

import io.sensorium.core.time.Micros;
import java.util.Optional;

/** The unit of the timestamps of one request. */
public enum Precision {
  NANOSECONDS(1, 1_000),
  MICROSECONDS(1, 1),
  MILLISECONDS(Micros.PER_MILLI, 1),
  SECONDS(Micros.PER_SECOND, 1),
  MINUTES(Micros.PER_MINUTE, 1),
  HOURS(Micros.PER_HOUR, 1);

  /** Beyond this every timestamp is out of range in microseconds too. */
  private static final long FARTHEST_MICROS = Long.MAX_VALUE / 2;

  private final long microsEach;
  private final long eachMicro;

  Precision(long microsEach, long eachMicro) {
    this.microsEach = microsEach;
    this.eachMicro = eachMicro;
  }

  /** The precision that the query parameter of either version names. */
  public static Optional<Precision> find(String name) {
    return switch (name) {
      case "ns", "n" -> Optional.of(NANOSECONDS);
      case "us", "u", "µ" -> Optional.of(MICROSECONDS);
      case "ms" -> Optional.of(MILLISECONDS);
      case "s" -> Optional.of(SECONDS);
      case "m" -> Optional.of(MINUTES);
      case "h" -> Optional.of(HOURS);
      default -> Optional.empty();
    };
  }

  /** The timestamp in microseconds since 1970, finer digits cut off. */
  long microsOf(long timestamp) {
    if (eachMicro > 1) {
      return Math.floorDiv(timestamp, eachMicro);
    }
    return Math.abs(timestamp) > FARTHEST_MICROS / microsEach
        ? Long.signum(timestamp) * FARTHEST_MICROS
        : timestamp * microsEach;
  }
}
