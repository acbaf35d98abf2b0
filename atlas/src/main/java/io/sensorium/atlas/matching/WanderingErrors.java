package io.sensorium.atlas.matching;

import java.util.Arrays;

/**
 * What each candidate, with the way that leads to it, tells of the error of the fixes.
 *
 * <p>The error of a fix wanders: it is nearly the same a second later. A way along which it changes
 * smoothly is likelier than one along which it jumps, even where that one is nearer to the fixes.
 */
final class WanderingErrors {
  /*
   * A Kalman filter for each way: the state is the error east and north, a first-order
   * autoregressive process; a candidate measures it across its road, for along the road nobody
   * knows where the car was. Only the best way to a candidate goes on, with its state.
   */

  private final double memorySeconds;
  private final double whiteRatio;
  private final double mapMeters;

  // what a candidate measures
  private double[] normalEast = new double[256];
  private double[] normalNorth = new double[256];
  private double[] acrossMeters = new double[256];

  // the state after it
  private double[] east = new double[256];
  private double[] north = new double[256];
  private double[] eastEast = new double[256];
  private double[] eastNorth = new double[256];
  private double[] northNorth = new double[256];

  // the state that is foreseen for the next fix
  private double nextEast;
  private double nextNorth;
  private double nextEastEast;
  private double nextEastNorth;
  private double nextNorthNorth;

  private double keep;
  private double wanderVariance;
  private double whiteVariance;

  /**
   * Nothing known yet.
   *
   * @param memorySeconds after which an error has mostly changed
   * @param whiteRatio how much of a fix's sigma changes from fix to fix
   * @param mapMeters how far roads lie off where the map has them
   */
  WanderingErrors(double memorySeconds, double whiteRatio, double mapMeters) {
    this.memorySeconds = memorySeconds;
    this.whiteRatio = whiteRatio;
    this.mapMeters = mapMeters;
  }

  /** Goes on to the next fix, that many seconds later. */
  void step(double seconds, double sigmaMeters) {
    keep = Math.exp(-seconds / memorySeconds);
    whiteVariance = whiteRatio * whiteRatio * sigmaMeters * sigmaMeters + mapMeters * mapMeters;
    wanderVariance = (1 - whiteRatio * whiteRatio) * sigmaMeters * sigmaMeters;
  }

  /**
   * Says what a candidate measures: the fix lies so far off its road, in that direction.
   *
   * @param normalEast east part of a direction of length 1
   */
  void measure(int candidate, double normalEast, double normalNorth, double acrossMeters) {
    room(candidate);
    this.normalEast[candidate] = normalEast;
    this.normalNorth[candidate] = normalNorth;
    this.acrossMeters[candidate] = acrossMeters;
  }

  /** Foresees the error when nothing was known before. */
  void foresee() {
    nextEast = 0;
    nextNorth = 0;
    nextEastEast = wanderVariance;
    nextEastNorth = 0;
    nextNorthNorth = wanderVariance;
  }

  /** Foresees the error from that after a candidate of the step before. */
  void foresee(int from) {
    double square = keep * keep;
    double renewed = (1 - square) * wanderVariance;
    nextEast = keep * east[from];
    nextNorth = keep * north[from];
    nextEastEast = square * eastEast[from] + renewed;
    nextEastNorth = square * eastNorth[from];
    nextNorthNorth = square * northNorth[from] + renewed;
  }

  /** How little a candidate fits what was foreseen: a negative logarithm, not below 0. */
  double cost(int to) {
    double variance = variance(to);
    double surprise = surprise(to);
    return surprise * surprise / (2 * variance) + Math.log(variance / whiteVariance) / 2;
  }

  /** Keeps for a candidate what is known of the error after it. */
  void keep(int to) {
    double gainEast = nextEastEast * normalEast[to] + nextEastNorth * normalNorth[to];
    double gainNorth = nextEastNorth * normalEast[to] + nextNorthNorth * normalNorth[to];
    double variance = variance(to);
    double surprise = surprise(to) / variance;
    east[to] = nextEast + gainEast * surprise;
    north[to] = nextNorth + gainNorth * surprise;
    eastEast[to] = nextEastEast - gainEast * gainEast / variance;
    eastNorth[to] = nextEastNorth - gainEast * gainNorth / variance;
    northNorth[to] = nextNorthNorth - gainNorth * gainNorth / variance;
  }

  /** Keeps for a candidate off the road, which measures nothing, what was foreseen. */
  void keepForeseen(int to) {
    room(to);
    east[to] = nextEast;
    north[to] = nextNorth;
    eastEast[to] = nextEastEast;
    eastNorth[to] = nextEastNorth;
    northNorth[to] = nextNorthNorth;
  }

  private double surprise(int to) {
    return acrossMeters[to] - normalEast[to] * nextEast - normalNorth[to] * nextNorth;
  }

  private double variance(int to) {
    double e = normalEast[to];
    double n = normalNorth[to];
    return e * e * nextEastEast
        + 2 * e * n * nextEastNorth
        + n * n * nextNorthNorth
        + whiteVariance;
  }

  private void room(int candidate) {
    if (candidate >= east.length) {
      int capacity = 2 * candidate;
      normalEast = Arrays.copyOf(normalEast, capacity);
      normalNorth = Arrays.copyOf(normalNorth, capacity);
      acrossMeters = Arrays.copyOf(acrossMeters, capacity);
      east = Arrays.copyOf(east, capacity);
      north = Arrays.copyOf(north, capacity);
      eastEast = Arrays.copyOf(eastEast, capacity);
      eastNorth = Arrays.copyOf(eastNorth, capacity);
      northNorth = Arrays.copyOf(northNorth, capacity);
    }
  }
}
