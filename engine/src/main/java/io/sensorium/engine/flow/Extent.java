package io.sensorium.engine.flow;

import io.sensorium.analysis.recognition.TouchedTime;
import io.sensorium.core.signals.Signals;

/** A span of time, both ends in it; empty when the last instant is before the first. */
record Extent(long firstMicros, long lastMicros) {

  static final Extent EMPTY = new Extent(Long.MAX_VALUE, Long.MIN_VALUE);
  static final Extent ALL = new Extent(Long.MIN_VALUE, Long.MAX_VALUE);

  /** From the first to the last of what is new to the fold. */
  static Extent of(Signals added) {
    var extent = EMPTY;
    var fixes = added.fixes();
    if (!fixes.isEmpty()) {
      extent = new Extent(fixes.timeMicros(0), fixes.timeMicros(fixes.size() - 1));
    }
    var touched = TouchedTime.of(added);
    if (!touched.isEmpty()) {
      extent = extent.and(new Extent(touched.firstMicros(), touched.lastMicros()));
    }
    return extent;
  }

  boolean isEmpty() {
    return lastMicros < firstMicros;
  }

  /** The shortest extent that holds both. */
  Extent and(Extent other) {
    return new Extent(
        Math.min(firstMicros, other.firstMicros), Math.max(lastMicros, other.lastMicros));
  }
}
