package io.sensorium.series;

import java.util.Arrays;

/** Dates and values of a block, in the order of the dates: what summaries are made of. */
public final class SeriesValues {
  /*
   * Values that are stored as integers times a power of ten stay such integers: their sums and extremes
   * need no doubles.
   */

  private static final long[] NONE = {};

  private final long[] timesMicros;
  private final double[] values;
  private final long[] scaled;
  private final int power;

  private SeriesValues(long[] timesMicros, double[] values, long[] scaled, int power) {
    this.timesMicros = timesMicros;
    this.values = values;
    this.scaled = scaled;
    this.power = power;
  }

  /** Takes the arrays over. */
  static SeriesValues of(long[] timesMicros, double[] values) {
    return new SeriesValues(timesMicros, values, NONE, -1);
  }

  /** Values without blanks, times ten to that power; takes the arrays over. */
  static SeriesValues ofScaled(long[] timesMicros, long[] scaled, int power) {
    return new SeriesValues(timesMicros, new double[0], scaled, power);
  }

  public int size() {
    return timesMicros.length;
  }

  public long timeMicros(int row) {
    return timesMicros[row];
  }

  /** NaN where the row is blank. */
  public double value(int row) {
    return isScaled() ? Decimals.value(scaled[row], power) : values[row];
  }

  /** Whether all values are integers times ten to the power {@code -power()}. */
  boolean isScaled() {
    return power >= 0;
  }

  int power() {
    return power;
  }

  /** The value times ten to that power. */
  long scaled(int row) {
    return scaled[row];
  }

  /** The first row that is not before the date; the size when there is none. */
  public int indexFrom(long timeMicros) {
    int found = Arrays.binarySearch(timesMicros, timeMicros);
    return found >= 0 ? found : -found - 1;
  }
}
