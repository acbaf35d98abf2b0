package io.sensorium.benchmarks.corruption;

import io.sensorium.core.signals.FixTrack;

/**
 * A fix that was moved.
 *
 * @param fix the only row: the fix as it is reported
 * @param meters how far it was moved
 */
record Spike(FixTrack fix, double meters) {

  private static final double LEAST_METERS = 50;
  private static final double LEAST_ACCURACIES = 3;

  /** Whether it lies clearly outside of what the fix itself claims; others cannot be seen. */
  boolean counts() {
    return meters >= LEAST_METERS && meters >= LEAST_ACCURACIES * 1e-3 * fix.accuracyMm(0);
  }

  /** Its row in a track that holds it, in order. */
  int rowIn(FixTrack track) {
    int row = track.firstRowAtOrAfter(fix.timeMicros(0));
    while (FixTrack.compareRows(track, row, fix, 0) != 0) {
      row++;
    }
    return row;
  }
}
