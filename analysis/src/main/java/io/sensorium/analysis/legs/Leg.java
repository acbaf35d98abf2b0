package io.sensorium.analysis.legs;

import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TransportMode;

/**
 * A part of a trip that was travelled in one way.
 *
 * @param modeProbabilityRatio how sure the mode is, 0 to 1; see docs/algorithms/legs.md
 * @param path first vertex at {@code startMicros}, last at {@code endMicros}, times ascending
 */
public record Leg(
    long startMicros, long endMicros, TransportMode mode, double modeProbabilityRatio, Path path) {

  public Leg {
    if (endMicros < startMicros) {
      throw new IllegalArgumentException("leg ends before it starts: " + startMicros);
    }
    if (!(modeProbabilityRatio >= 0 && modeProbabilityRatio <= 1)) {
      throw new IllegalArgumentException("probability must be within 0..1");
    }
  }
}
