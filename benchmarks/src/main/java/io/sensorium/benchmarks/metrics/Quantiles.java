package io.sensorium.benchmarks.metrics;

import java.util.List;

/** Quantiles by linear interpolation between neighbours. */
public final class Quantiles {

  private Quantiles() {}

  /** NaN when there are no values. */
  public static double of(List<Double> values, double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    var sorted = values.stream().sorted().toList();
    double at = share * (sorted.size() - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }

  public static double median(List<Double> values) {
    return of(values, 0.5);
  }
}
