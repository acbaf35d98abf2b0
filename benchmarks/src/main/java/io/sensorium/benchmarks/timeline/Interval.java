package io.sensorium.benchmarks.timeline;

import io.sensorium.core.time.Micros;

/** A span of time in micros since 1970; the end does not belong to it. */
public record Interval(long startMicros, long endMicros) {

  public Interval {
    if (endMicros < startMicros) {
      throw new IllegalArgumentException("an interval ends before it starts: " + startMicros);
    }
  }

  public double seconds() {
    return (double) (endMicros - startMicros) / Micros.PER_SECOND;
  }

  /** How long it is. */
  public long micros() {
    return endMicros - startMicros;
  }

  public boolean contains(long timeMicros) {
    return timeMicros >= startMicros && timeMicros < endMicros;
  }

  /** Shared time as a share of the time of both together, 0 to 1. */
  public double iou(Interval other) {
    long shared = Math.min(endMicros, other.endMicros) - Math.max(startMicros, other.startMicros);
    long together = Math.max(endMicros, other.endMicros) - Math.min(startMicros, other.startMicros);
    return shared <= 0 ? 0 : (double) shared / together;
  }
}
