package io.sensorium.analysis.recognition;

/** How strongly a movement repeats itself, by autocorrelation. Reused for many windows. */
final class Periodicity {
  /*
   * Normalised for each lag by the energy of both halves, so that a short window does not hide slow
   * periods. For vectors the products are dot products: turning the phone changes nothing.
   */

  private final int shortestLag;
  private final double[] ratios;

  Periodicity(int shortestLag, int longestLag) {
    this.shortestLag = shortestLag;
    this.ratios = new double[longestLag + 2];
  }

  /** Looks at the first {@code size} values of each axis, whose mean is 0. */
  void measure(int size, double[]... axes) {
    for (int lag = shortestLag - 1; lag < ratios.length; lag++) {
      ratios[lag] = ratio(size, lag, axes);
    }
  }

  private static double ratio(int size, int lag, double[][] axes) {
    double product = 0;
    double early = 0;
    double late = 0;
    for (var axis : axes) {
      for (int i = 0; i + lag < size; i++) {
        product += axis[i] * axis[i + lag];
        early += axis[i] * axis[i];
        late += axis[i + lag] * axis[i + lag];
      }
    }
    double energy = Math.sqrt(early * late);
    return energy > 0 ? product / energy : 0;
  }

  /** The strength, up to 1, of the strongest period within these lags; 0 when there is none. */
  double strongestRatio(int fromLag, int toLag) {
    double strongest = 0;
    for (int lag = fromLag; lag <= toLag; lag++) {
      boolean peak = ratios[lag] >= ratios[lag - 1] && ratios[lag] >= ratios[lag + 1];
      strongest = peak ? Math.max(strongest, ratios[lag]) : strongest;
    }
    return strongest;
  }
}
