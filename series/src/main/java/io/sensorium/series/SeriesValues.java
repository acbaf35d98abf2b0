package io.sensorium.series;

import java.util.Arrays;

/** Dates and values of a block, in the order of the dates: what summaries are made of. */
public final class SeriesValues {

  private final long[] timesMicros;
  private final double[] values;

  /** Takes the arrays over. */
  SeriesValues(long[] timesMicros, double[] values) {
    this.timesMicros = timesMicros;
    this.values = values;
  }

  public int size() {
    return timesMicros.length;
  }

  public long timeMicros(int row) {
    return timesMicros[row];
  }

  /** NaN where the row is blank. */
  public double value(int row) {
    return values[row];
  }

  /** The first row that is not before the date; the size when there is none. */
  public int indexFrom(long timeMicros) {
    int found = Arrays.binarySearch(timesMicros, timeMicros);
    return found >= 0 ? found : -found - 1;
  }
}
