package io.sensorium.engine.flow;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import java.util.List;

/**
 * Items that legs are derived from and that a step adds, to ask whether any lies within a range.
 *
 * @param fixes in order
 * @param activity in order
 */
record NewItems(FixTrack fixes, List<ActivitySample> activity) {

  static NewItems of(Signals added) {
    return new NewItems(added.fixes(), added.activity());
  }

  boolean isEmpty() {
    return fixes.isEmpty() && activity.isEmpty();
  }

  /** Time of the first; only when there is any. */
  long firstMicros() {
    long fix = fixes.isEmpty() ? Long.MAX_VALUE : fixes.timeMicros(0);
    return activity.isEmpty() ? fix : Math.min(fix, sampleMicros(0));
  }

  /** Time of the last; only when there is any. */
  long lastMicros() {
    long fix = fixes.isEmpty() ? Long.MIN_VALUE : fixes.timeMicros(fixes.size() - 1);
    return activity.isEmpty() ? fix : Math.max(fix, sampleMicros(activity.size() - 1));
  }

  /** Whether any lies within the range; both ends belong to it. */
  boolean anyWithin(long fromMicros, long toMicros) {
    int row = fixes.firstRowAtOrAfter(fromMicros);
    if (row < fixes.size() && fixes.timeMicros(row) <= toMicros) {
      return true;
    }
    int sample = firstSampleAtOrAfter(fromMicros);
    return sample < activity.size() && sampleMicros(sample) <= toMicros;
  }

  private int firstSampleAtOrAfter(long instantMicros) {
    int low = 0;
    int high = activity.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sampleMicros(middle) < instantMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long sampleMicros(int sample) {
    return Micros.of(activity.get(sample).time());
  }
}
