package io.sensorium.benchmarks.trees;

import java.util.Arrays;

/** Rows whose values are told by few bins, each with about as many rows. */
final class Binned {

  /** Bins of values; one more is for missing ones. */
  static final int BINS = 63;

  static final int MISSING = BINS;
  private static final int SAMPLED_ROWS = 50_000;

  private final byte[][] bins;
  private final float[][] limits;

  Binned(Rows rows) {
    int features = rows.features().size();
    bins = new byte[features][rows.size()];
    limits = new float[features][];
    for (int feature = 0; feature < features; feature++) {
      limits[feature] = limits(rows, feature);
      for (int row = 0; row < rows.size(); row++) {
        bins[feature][row] = (byte) bin(limits[feature], rows.value(feature, row));
      }
    }
  }

  private static float[] limits(Rows rows, int feature) {
    int stride = Math.max(1, rows.size() / SAMPLED_ROWS);
    var values = new float[rows.size() / stride + 1];
    int count = 0;
    for (int row = 0; row < rows.size(); row += stride) {
      float value = rows.value(feature, row);
      if (!Float.isNaN(value)) {
        values[count++] = value;
      }
    }
    Arrays.sort(values, 0, count);
    var limits = new float[BINS - 1];
    int found = 0;
    for (int i = 1; i < BINS && count > 0; i++) {
      int at = (int) ((long) i * count / BINS);
      float limit = at == 0 ? values[0] : values[at - 1] / 2 + values[at] / 2;
      if (limit > values[0] && (found == 0 || limit > limits[found - 1])) {
        limits[found++] = limit;
      }
    }
    return Arrays.copyOf(limits, found);
  }

  private static int bin(float[] limits, float value) {
    if (Float.isNaN(value)) {
      return MISSING;
    }
    int at = Arrays.binarySearch(limits, value);
    return at >= 0 ? at + 1 : -at - 1;
  }

  int bin(int feature, int row) {
    return bins[feature][row];
  }

  byte[] column(int feature) {
    return bins[feature];
  }

  /** Values below it are in the bin and those before it. */
  float limit(int feature, int bin) {
    return limits[feature][bin];
  }

  /** How many bins of values a feature has. */
  int count(int feature) {
    return limits[feature].length + 1;
  }

  int features() {
    return bins.length;
  }
}
