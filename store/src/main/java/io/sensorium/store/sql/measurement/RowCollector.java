package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.Series;
import io.sensorium.series.SeriesSummary;

/** Gathers rows. */
final class RowCollector implements SourceScan.Visitor {

  private final Series.Builder rows = Series.builder(256);
  private final long fromMicros;
  private final long toMicros;

  /** Gathers the rows from {@code fromMicros} to {@code toMicros}, exclusive. */
  RowCollector(long fromMicros, long toMicros) {
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
  }

  @Override
  public boolean takesSummary(long firstMicros, long lastMicros) {
    return false;
  }

  @Override
  public void summary(long firstMicros, SeriesSummary summary) {
    throw new IllegalStateException("no summary was asked for");
  }

  @Override
  public void block(SealedBlock block, long firstMicros, long lastMicros) {
    var sealed = block.rows();
    int end = sealed.indexFrom(toMicros);
    for (int row = sealed.indexFrom(fromMicros); row < end; row++) {
      row(sealed.timeMicros(row), sealed.value(row), sealed.typeCode(row), sealed.seq(row));
    }
  }

  @Override
  public void row(long timeMicros, double value, int typeCode, long seq) {
    rows.add(timeMicros, value, typeCode, seq);
  }

  Series series() {
    return rows.build();
  }
}
