package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.Series;
import io.sensorium.series.SeriesSummary;

/** Gathers all rows. */
final class RowCollector implements SourceScan.Visitor {

  private final Series.Builder rows = Series.builder(256);

  @Override
  public boolean takesSummary(long firstMicros, long lastMicros) {
    return false;
  }

  @Override
  public void summary(long firstMicros, SeriesSummary summary) {
    throw new IllegalStateException("no summary was asked for");
  }

  @Override
  public void row(long timeMicros, double value, int typeCode, long seq) {
    rows.add(timeMicros, value, typeCode, seq);
  }

  Series series() {
    return rows.build();
  }
}
