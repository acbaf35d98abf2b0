package io.sensorium.analysis.legs;

/** Quantiles of the speed over any range of a trip's steps, without sorting them. */
final class SpeedBins {
  /*
   * Counts below each of a few limits, summed up along the trip. The limits grow with the speed, so
   * that a quantile is good to a tenth of itself.
   */

  private static final double[] LIMITS_MPS = limits();
  private static final int BINS = LIMITS_MPS.length;

  private final int[] below;

  SpeedBins(Steps steps) {
    below = new int[(steps.size() + 1) * BINS];
    for (int step = 0; step < steps.size(); step++) {
      double mps = steps.speedMps(step);
      int row = step * BINS;
      for (int bin = 0; bin < BINS; bin++) {
        below[row + BINS + bin] = below[row + bin] + (mps < LIMITS_MPS[bin] ? 1 : 0);
      }
    }
  }

  private static double[] limits() {
    var limits = new double[44];
    limits[0] = 0.3;
    for (int i = 1; i < limits.length; i++) {
      limits[i] = limits[i - 1] * 1.12 + 0.16;
    }
    return limits;
  }

  /** The speed that a share of the steps {@code from} to {@code to} (exclusive) stay below. */
  double quantileMps(int from, int to, double share) {
    double wanted = share * (to - from);
    int low = 0;
    int high = BINS;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (below[to * BINS + middle] - below[from * BINS + middle] <= wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == BINS) {
      return LIMITS_MPS[BINS - 1];
    }
    double floorMps = low == 0 ? 0 : LIMITS_MPS[low - 1];
    int floorCount = low == 0 ? 0 : below[to * BINS + low - 1] - below[from * BINS + low - 1];
    int count = below[to * BINS + low] - below[from * BINS + low] - floorCount;
    double part = count == 0 ? 0 : Math.clamp((wanted - floorCount) / count, 0, 1);
    return floorMps + part * (LIMITS_MPS[low] - floorMps);
  }
}
