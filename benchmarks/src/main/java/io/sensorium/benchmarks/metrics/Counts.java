package io.sensorium.benchmarks.metrics;

import java.util.List;

/**
 * How many of the true things were found, and how many of the found things are true.
 *
 * @param matched pairs of a true and a found thing
 */
public record Counts(int matched, int found, int truth) {

  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts {
    if (matched < 0 || matched > found || matched > truth) {
      throw new IllegalArgumentException("more pairs than things: " + matched);
    }
  }

  public static Counts sum(List<Counts> parts) {
    return parts.stream().reduce(NONE, Counts::plus);
  }

  public Counts plus(Counts other) {
    return new Counts(matched + other.matched, found + other.found, truth + other.truth);
  }

  /** NaN when nothing was found. */
  public double precision() {
    return found == 0 ? Double.NaN : (double) matched / found;
  }

  /** NaN when there was nothing to find. */
  public double recall() {
    return truth == 0 ? Double.NaN : (double) matched / truth;
  }

  /** Harmonic mean of precision and recall; NaN when there was nothing to find and none found. */
  public double f1() {
    return found + truth == 0 ? Double.NaN : 2.0 * matched / (found + truth);
  }
}
