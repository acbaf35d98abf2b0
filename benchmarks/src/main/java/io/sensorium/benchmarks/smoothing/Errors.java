package io.sensorium.benchmarks.smoothing;

import io.sensorium.simulator.town.Point;

/** How far a method's positions, speeds and lengths are off, over several rides. Mutable. */
final class Errors {

  private long fixes;
  private double squareMeters;
  private double squareMps;
  private int ways;
  private double lengthRatios;

  void add(double offMeters, double offMps) {
    fixes++;
    squareMeters += offMeters * offMeters;
    squareMps += offMps * offMps;
  }

  void add(Point point, double mps, Point truePoint, double trueMps) {
    add(point.distanceMetersTo(truePoint), mps - trueMps);
  }

  void addWay(double meters, double trueMeters) {
    ways++;
    lengthRatios += Math.abs(meters - trueMeters) / trueMeters;
  }

  long fixes() {
    return fixes;
  }

  int ways() {
    return ways;
  }

  /** Root of the mean square. */
  double meters() {
    return Math.sqrt(squareMeters / fixes);
  }

  /** Root of the mean square. */
  double mps() {
    return Math.sqrt(squareMps / fixes);
  }

  /** Mean of what the lengths are wrong by, as a share of the true ones. */
  double lengthRatio() {
    return lengthRatios / ways;
  }
}
