package io.sensorium.analysis.contact;

import io.sensorium.core.measurement.Series;

/** Tells whether something measured all along while nothing came from it. */
public final class Coverage {

  private Coverage() {}

  /**
   * Whether measurements leave no gap.
   *
   * @param rows those dated from {@code fromMicros} to {@code toMicros}
   * @param gapMicros the longest time without a measurement that is no gap
   */
  public static boolean isWhole(Series rows, long fromMicros, long toMicros, long gapMicros) {
    long last = fromMicros;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.timeMicros(i) - last > gapMicros) {
        return false;
      }
      last = Math.max(last, rows.timeMicros(i));
    }
    return !rows.isEmpty() && toMicros - last <= gapMicros;
  }
}
