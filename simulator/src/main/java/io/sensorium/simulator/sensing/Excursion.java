package io.sensorium.simulator.sensing;

/**
 * A run of readings beyond a threshold.
 *
 * @param startMicros of the first reading beyond it
 * @param endMicros of the first reading within again; {@link Long#MAX_VALUE} when there is none
 * @param extreme the value that is farthest beyond
 */
public record Excursion(long startMicros, long endMicros, double extreme) {

  /** Whether it has an end. */
  public boolean hasEnded() {
    return endMicros != Long.MAX_VALUE;
  }
}
