package io.sensorium.store.sql.measurement;

import io.sensorium.series.SeriesSummary;
import io.sensorium.store.measurement.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums rows up by spans of time. */
final class GroupFold implements SourceScan.Visitor {

  private final PartsCache cache;
  private final long[] bounds;
  private final List<Group> groups = new ArrayList<>();
  private SeriesSummary current = new SeriesSummary();
  private int span;

  /** A fold into the spans between each two bounds, which ascend. */
  GroupFold(PartsCache cache, long[] bounds) {
    this.cache = cache;
    this.bounds = bounds;
  }

  @Override
  public boolean takesSummary(long firstMicros, long lastMicros) {
    moveTo(firstMicros);
    return lastMicros < bounds[span + 1];
  }

  @Override
  public void summary(long firstMicros, SeriesSummary summary) {
    moveTo(firstMicros);
    current.add(summary);
  }

  @Override
  public void block(SealedBlock block, long firstMicros, long lastMicros) {
    for (var part : cache.obtain(block, cuts(firstMicros, lastMicros)).list()) {
      long micros = part.firstMicros();
      if (micros >= bounds[0] && micros < bounds[bounds.length - 1]) {
        summary(micros, part.summary());
      }
    }
  }

  @Override
  public void row(long timeMicros, double value, int typeCode, long seq) {
    moveTo(timeMicros);
    current.add(timeMicros, value);
  }

  /** The spans that have values. */
  List<Group> groups() {
    closeSpan();
    return groups;
  }

  /** What all rows of the last span have in common. */
  SeriesSummary current() {
    return current;
  }

  /** The bounds that divide rows from the one date to the other, both inclusive. */
  private long[] cuts(long firstMicros, long lastMicros) {
    return Arrays.copyOfRange(bounds, indexAfter(firstMicros), indexAfter(lastMicros));
  }

  /** The first bound that is later; the number of bounds when there is none. */
  private int indexAfter(long micros) {
    int found = Arrays.binarySearch(bounds, micros);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private void moveTo(long timeMicros) {
    if (timeMicros >= bounds[span + 1]) {
      closeSpan();
      while (timeMicros >= bounds[span + 1]) {
        span++;
      }
    }
  }

  private void closeSpan() {
    if (current.count() > 0) {
      groups.add(
          new Group(bounds[span], current.count(), current.min(), current.max(), current.mean()));
      current = new SeriesSummary();
    }
  }
}
