package io.sensorium.analysis.legs;

import io.sensorium.core.signals.ActivityType;

/** The kinds of motion that speed alone can tell apart. */
enum Motion {
  WALK,
  BIKE,
  VEHICLE;

  /*
   * Densities of the speed in metres a second: a share of halts, and one or more normal parts. The
   * floor keeps a single wild speed from deciding a leg.
   */

  private static final double HALT_MEAN_MPS = 0.4;
  private static final double FLOOR = 1e-4;
  private static final double SQRT_TWO_PI = 2.5066282746310002;

  /** How well a speed fits, as a natural logarithm. */
  double logLikelihood(double speedMps) {
    return StrictMath.log(density(speedMps) + FLOOR);
  }

  private double density(double mps) {
    double halt = StrictMath.exp(-mps / HALT_MEAN_MPS) / HALT_MEAN_MPS;
    return switch (this) {
      case WALK -> 0.12 * halt + 0.88 * normal(mps, 1.3, 0.55);
      case BIKE -> 0.12 * halt + 0.88 * normal(mps, 4.7, 1.7);
      case VEHICLE ->
          0.22 * halt
              + 0.30 * normal(mps, 6, 4)
              + 0.30 * normal(mps, 13, 6)
              + 0.18 * normal(mps, 28, 9)
              + FLOOR; // trains and planes are faster than all parts
    };
  }

  private static double normal(double value, double mean, double sigma) {
    double z = (value - mean) / sigma;
    return StrictMath.exp(-z * z / 2) / (sigma * SQRT_TWO_PI);
  }

  /** 1 when the phone says the same, -1 when it says another motion, 0 when it cannot tell. */
  int agreement(ActivityType activity) {
    return switch (activity) {
      case WALKING, RUNNING, ON_FOOT -> this == WALK ? 1 : -1;
      case ON_BICYCLE -> this == BIKE ? 1 : -1;
      case IN_VEHICLE -> this == VEHICLE ? 1 : -1;
      case UNKNOWN, STILL, TILTING -> 0;
    };
  }
}
