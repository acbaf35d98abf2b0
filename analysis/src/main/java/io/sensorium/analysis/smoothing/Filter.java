package io.sensorium.analysis.smoothing;

/**
 * What is known of a position, a velocity and a wandering error after the fixes so far. Mutable.
 *
 * <p>Positions are relative to the last fix. The error counts in standard deviations of that fix.
 */
final class Filter {
  /*
   * A Kalman filter with the states p, v and u for each of two axes. As the errors are round, both
   * axes have one covariance: six numbers, unrolled.
   */

  private static final double UNKNOWN_POSITION_VARIANCE = 1e6;
  private static final double UNKNOWN_VELOCITY_VARIANCE = 4e4;
  private static final double GATE = 13.8; // of chi-square with two degrees of freedom: 0.999

  double eastMeters;
  double northMeters;
  double eastMps;
  double northMps;
  double errorEast;
  double errorNorth;

  double varP;
  double covPv;
  double covPu;
  double varV;
  double covVu;
  double varU;

  /** Gains of the last measurement that was taken in, and its innovation over its variance. */
  double gainP;

  double gainV;
  double gainU;
  double residualEast;
  double residualNorth;

  /** Nothing is known. */
  void start() {
    eastMeters = 0;
    northMeters = 0;
    eastMps = 0;
    northMps = 0;
    errorEast = 0;
    errorNorth = 0;
    varP = UNKNOWN_POSITION_VARIANCE;
    covPv = 0;
    covPu = 0;
    varV = UNKNOWN_VELOCITY_VARIANCE;
    covVu = 0;
    varU = 1;
  }

  /**
   * Time passes.
   *
   * @param density of the white noise of acceleration, in m²/s³
   * @param memory how much of the wandering error is left, 0 to 1
   */
  void predict(double seconds, double density, double memory) {
    eastMeters += seconds * eastMps;
    northMeters += seconds * northMps;
    errorEast *= memory;
    errorNorth *= memory;
    double noise = density * seconds;
    varP += seconds * (2 * covPv + seconds * (varV + noise / 3));
    covPv += seconds * (varV + noise / 2);
    covPu = memory * (covPu + seconds * covVu);
    varV += noise;
    covVu *= memory;
    varU = 1 + memory * memory * (varU - 1);
  }

  /** From now on positions count from a place that lies so far off. */
  void moveOrigin(double moveEastMeters, double moveNorthMeters) {
    eastMeters -= moveEastMeters;
    northMeters -= moveNorthMeters;
  }

  /**
   * The phone says that it is at the origin.
   *
   * @param wanderMeters standard deviation of the wandering error
   * @param whiteMeters standard deviation of the error that is new
   * @param gated whether an unlikely position is refused
   * @return whether it was taken in
   */
  boolean measurePosition(double wanderMeters, double whiteMeters, boolean gated) {
    double p = varP + wanderMeters * covPu;
    double v = covPv + wanderMeters * covVu;
    double u = covPu + wanderMeters * varU;
    double variance = p + wanderMeters * u + whiteMeters * whiteMeters;
    double east = -eastMeters - wanderMeters * errorEast;
    double north = -northMeters - wanderMeters * errorNorth;
    return takeIn(p, v, u, variance, east, north, gated);
  }

  /** The phone measured its velocity; whether that was taken in. */
  boolean measureVelocity(double measuredEastMps, double measuredNorthMps, double sigmaMps) {
    double variance = varV + sigmaMps * sigmaMps;
    double east = measuredEastMps - eastMps;
    double north = measuredNorthMps - northMps;
    return takeIn(covPv, varV, covVu, variance, east, north, true);
  }

  /** The first three are the covariances of the states with what was measured. */
  private boolean takeIn(
      double p, double v, double u, double variance, double east, double north, boolean gated) {
    if (gated && east * east + north * north > GATE * variance) {
      return false;
    }
    gainP = p / variance;
    gainV = v / variance;
    gainU = u / variance;
    residualEast = east / variance;
    residualNorth = north / variance;
    eastMeters += gainP * east;
    northMeters += gainP * north;
    eastMps += gainV * east;
    northMps += gainV * north;
    errorEast += gainU * east;
    errorNorth += gainU * north;
    varP -= gainP * p;
    covPv -= gainP * v;
    covPu -= gainP * u;
    varV -= gainV * v;
    covVu -= gainV * u;
    varU -= gainU * u;
    return true;
  }
}
