package io.sensorium.engine.flow;

/** A span of time, both ends in it; empty when the last instant is before the first. */
record Extent(long firstMicros, long lastMicros) {

  static final Extent EMPTY = new Extent(Long.MAX_VALUE, Long.MIN_VALUE);
  static final Extent ALL = new Extent(Long.MIN_VALUE, Long.MAX_VALUE);

  boolean isEmpty() {
    return lastMicros < firstMicros;
  }

  /** The shortest extent that holds both. */
  Extent and(Extent other) {
    return new Extent(
        Math.min(firstMicros, other.firstMicros), Math.max(lastMicros, other.lastMicros));
  }
}
