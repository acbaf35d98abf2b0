package io.sensorium.engine.flow;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.time.Micros;
import java.util.Collections;
import java.util.List;

/** Instants in order, to ask whether any lies within a range. Never empty. */
record SortedTimes(long first, long last, List<Long> timesMicros) {

  static SortedTimes of(List<ActivitySample> samples) {
    var times =
        samples.stream().map(sample -> Micros.of(sample.time())).sorted().distinct().toList();
    return new SortedTimes(times.getFirst(), times.getLast(), times);
  }

  boolean anyWithin(long fromMicros, long toMicros) {
    int found = Collections.binarySearch(timesMicros, fromMicros);
    int next = found >= 0 ? found : -found - 1;
    return next < timesMicros.size() && timesMicros.get(next) <= toMicros;
  }
}
