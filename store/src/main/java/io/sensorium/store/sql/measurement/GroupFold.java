package io.sensorium.store.sql.measurement;

import io.sensorium.series.SeriesSummary;
import io.sensorium.store.measurement.Group;
import java.util.ArrayList;
import java.util.List;

/** Sums rows up by spans of time. */
final class GroupFold implements SourceScan.Visitor {

  private final long[] bounds;
  private final List<Group> groups = new ArrayList<>();
  private SeriesSummary current = new SeriesSummary();
  private int span;

  /** A fold into the spans between each two bounds, which ascend. */
  GroupFold(long[] bounds) {
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
  public void block(SealedBlock block, long fromMicros, long toMicros) {
    var values = block.values();
    int end = values.indexFrom(toMicros);
    int from = values.indexFrom(fromMicros);
    while (from < end) {
      moveTo(values.timeMicros(from));
      int to = Math.min(end, values.indexFrom(bounds[span + 1]));
      current.addAll(values, from, to);
      from = to;
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
