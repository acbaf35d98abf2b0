package io.sensorium.benchmarks.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How far a figure would move had other days been recorded: the 95 % interval of the figure over
 * days drawn with replacement.
 */
public final class Bootstrap {
  /*
   * The percentile bootstrap over clusters (Efron 1979): what happens on one day hangs together, so
   * days are drawn, not legs. The seed is fixed, so that a run tells the same interval again.
   */

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20_190_723;

  private Bootstrap() {}

  /** The interval; both ends NaN when there is no day. */
  public record Range(double low, double high) {}

  public static <T> Range byDay(List<T> days, ToDoubleFunction<List<T>> figure) {
    if (days.isEmpty()) {
      return new Range(Double.NaN, Double.NaN);
    }
    var random = new Random(SEED);
    var figures = new ArrayList<Double>();
    for (int i = 0; i < RESAMPLES; i++) {
      var drawn = new ArrayList<T>();
      for (int day = 0; day < days.size(); day++) {
        drawn.add(days.get(random.nextInt(days.size())));
      }
      double value = figure.applyAsDouble(drawn);
      if (!Double.isNaN(value)) {
        figures.add(value);
      }
    }
    return new Range(Quantiles.of(figures, 0.025), Quantiles.of(figures, 0.975));
  }
}
