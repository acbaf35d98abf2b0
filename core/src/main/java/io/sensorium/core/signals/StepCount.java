package io.sensorium.core.signals;

import java.time.Instant;

/** Steps counted between two instants. */
public record StepCount(Instant start, Instant end, int count) {

  public StepCount {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("steps end before they start: " + start + ", " + end);
    }
    if (count < 0) {
      throw new IllegalArgumentException("steps must not be negative: " + count);
    }
  }
}
