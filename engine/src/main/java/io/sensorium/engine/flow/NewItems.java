package io.sensorium.engine.flow;

import io.sensorium.analysis.recognition.TouchedTime;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;

/**
 * What a step adds to that from which pieces and legs are derived, to ask whether any of it lies
 * within a range.
 *
 * @param fixes in order
 * @param touched where other motion may be recognised
 */
record NewItems(FixTrack fixes, TouchedTime touched) {

  static NewItems of(Signals added) {
    return new NewItems(added.fixes(), TouchedTime.of(added));
  }

  /** From the first to the last of them. */
  Extent extent() {
    var extent = Extent.EMPTY;
    if (!fixes.isEmpty()) {
      extent = new Extent(fixes.timeMicros(0), fixes.timeMicros(fixes.size() - 1));
    }
    return touched.isEmpty()
        ? extent
        : extent.and(new Extent(touched.firstMicros(), touched.lastMicros()));
  }

  /** Whether any lies within the range; both ends belong to it. */
  boolean anyWithin(long fromMicros, long toMicros) {
    int row = fixes.firstRowAtOrAfter(fromMicros);
    if (row < fixes.size() && fixes.timeMicros(row) <= toMicros) {
      return true;
    }
    return touched.overlaps(fromMicros, toMicros);
  }
}
