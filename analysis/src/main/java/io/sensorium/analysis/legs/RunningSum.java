package io.sensorium.analysis.legs;

/** Sums over any range of a series, each in constant time. */
final class RunningSum {

  private final double[] sums;

  private RunningSum(int size) {
    sums = new double[size + 1];
  }

  /** The value at a step. */
  @FunctionalInterface
  interface Values {
    double at(int step);
  }

  static RunningSum of(int size, Values values) {
    var running = new RunningSum(size);
    for (int i = 0; i < size; i++) {
      running.sums[i + 1] = running.sums[i] + values.at(i);
    }
    return running;
  }

  /** Sum of the values {@code from} (inclusive) to {@code to} (exclusive). */
  double sum(int from, int to) {
    return sums[to] - sums[from];
  }

  /** Mean of those values; NaN of none. */
  double mean(int from, int to) {
    return (sums[to] - sums[from]) / (to - from);
  }
}
