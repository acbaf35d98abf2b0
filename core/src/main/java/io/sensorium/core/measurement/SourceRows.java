package io.sensorium.core.measurement;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of several data sources in columns: by the sources' ids, then by date. No two rows
 * have both the same. Immutable.
 */
public final class SourceRows {

  public static final SourceRows EMPTY =
      new SourceRows(new long[0], new int[1], new long[0], new double[0], new byte[0]);

  private final long[] sourceIds;
  private final int[] firstRows;
  private final long[] timesMicros;
  private final double[] values;
  private final byte[] types;

  SourceRows(long[] sourceIds, int[] firstRows, long[] timesMicros, double[] values, byte[] types) {
    this.sourceIds = sourceIds;
    this.firstRows = firstRows;
    this.timesMicros = timesMicros;
    this.values = values;
    this.types = types;
  }

  /** A builder that takes rows in any order. */
  public static SourceRowsBuilder builder(int capacity) {
    return new SourceRowsBuilder(capacity);
  }

  public int sourceCount() {
    return sourceIds.length;
  }

  /** The id of the source of that place; ids rise from place to place. */
  public long sourceId(int source) {
    return sourceIds[source];
  }

  /** The first row of the source of that place. */
  public int firstRow(int source) {
    return firstRows[source];
  }

  /** Behind the last row of the source of that place. */
  public int endRow(int source) {
    return firstRows[source + 1];
  }

  /** Rows of all sources. */
  public int size() {
    return timesMicros.length;
  }

  public boolean isEmpty() {
    return timesMicros.length == 0;
  }

  /** When it was measured, in microseconds since 1970. */
  public long timeMicros(int row) {
    return timesMicros[row];
  }

  /** In the source's unit; NaN where the type is {@link MeasurementType#BLANK}. */
  public double value(int row) {
    return values[row];
  }

  /** The code of a {@link MeasurementType}. */
  public int typeCode(int row) {
    return types[row];
  }

  /** The rows of the source of that place. */
  public Series series(int source) {
    var series = Series.builder(endRow(source) - firstRow(source));
    for (int row = firstRow(source); row < endRow(source); row++) {
      series.add(timesMicros[row], values[row], types[row], 0);
    }
    return series.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceRows that
        && Arrays.equals(sourceIds, that.sourceIds)
        && Arrays.equals(firstRows, that.firstRows)
        && Arrays.equals(timesMicros, that.timesMicros)
        && Arrays.equals(values, that.values)
        && Arrays.equals(types, that.types);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sourceIds) + Arrays.hashCode(firstRows);
  }

  @Override
  public String toString() {
    return "SourceRows[" + size() + " measurements of " + sourceCount() + " sources]";
  }
}
