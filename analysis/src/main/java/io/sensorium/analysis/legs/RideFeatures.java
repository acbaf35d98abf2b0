package io.sensorium.analysis.legs;

import java.util.List;

/** What a ride looked like as a whole, in numbers: the input of the models of vehicles. */
final class RideFeatures {

  /** The features in order. */
  static final List<String> NAMES =
      List.of(
          "seconds",
          "meters",
          "speed_05",
          "speed_20",
          "speed_50",
          "speed_80",
          "speed_95",
          "moving",
          "deviation",
          "change",
          "turn",
          "straight",
          "halts",
          "stops",
          "stops_per_km",
          "stop_seconds",
          "longest_stop",
          "stop_spread",
          "speed_99",
          "gaps",
          "interval",
          "foot",
          "bicycle",
          "vehicle",
          "still",
          "wait",
          "other_rides",
          "since_start",
          "until_end");

  private static final double STEP_SECONDS = Steps.STEP_MICROS * 1e-6;
  private static final double STANDING_MPS = 0.7;
  private static final int WAIT_STEPS = 30;

  private final Steps steps;
  private final StepSums sums;

  RideFeatures(Steps steps, StepSums sums) {
    this.steps = steps;
    this.sums = sums;
  }

  /**
   * Writes the features of the steps {@code from} (inclusive) to {@code to} (exclusive); their
   * number is that of the names.
   *
   * @param otherRides how many other rides the trip has
   */
  void fill(int from, int to, int otherRides, double[] out) {
    double meters = sums.speed.sum(from, to) * STEP_SECONDS;
    var stops = Stops.of(steps, from, to);
    int at = 0;
    out[at++] = (to - from) * STEP_SECONDS;
    out[at++] = meters;
    out[at++] = sums.bins.quantileMps(from, to, 0.05);
    out[at++] = sums.bins.quantileMps(from, to, 0.2);
    out[at++] = sums.bins.quantileMps(from, to, 0.5);
    out[at++] = sums.bins.quantileMps(from, to, 0.8);
    out[at++] = sums.bins.quantileMps(from, to, 0.95);
    out[at++] = sums.movingMps(from, to);
    out[at++] = sums.deviationMps(from, to);
    out[at++] = sums.change.mean(from, to);
    out[at++] = sums.turnPer100Meters(from, to);
    out[at++] = sums.straightness(from, to);
    out[at++] = sums.halts.mean(from, to);
    out[at++] = stops.count();
    out[at++] = meters < 100 ? Double.NaN : stops.count() * 1_000 / meters;
    out[at++] = stops.meanSeconds();
    out[at++] = stops.longestSeconds();
    out[at++] = stops.spreadRatio();
    out[at++] = sums.bins.quantileMps(from, to, 0.99);
    out[at++] = sums.gaps.mean(from, to);
    out[at++] = sums.interval.mean(from, to);
    out[at++] = sums.share(sums.foot, from, to);
    out[at++] = sums.share(sums.bicycle, from, to);
    out[at++] = sums.share(sums.vehicle, from, to);
    out[at++] = sums.share(sums.still, from, to);
    out[at++] = waitSeconds(from);
    out[at++] = otherRides;
    out[at++] = from * STEP_SECONDS;
    out[at] = (steps.size() - to) * STEP_SECONDS;
  }

  /** The longest halt in the last five minutes before a ride. */
  private double waitSeconds(int rideFrom) {
    int longest = 0;
    int run = 0;
    for (int step = Math.max(0, rideFrom - WAIT_STEPS); step < rideFrom; step++) {
      run = steps.speedMps(step) < STANDING_MPS ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest * STEP_SECONDS;
  }
}
