package io.sensorium.analysis.legs;

import io.sensorium.core.timeline.TransportMode;
import java.util.Arrays;

/**
 * What a ride was in.
 *
 * @param ratio how sure that is, 0 to 1
 */
record RideMode(TransportMode mode, double ratio) {

  private static final double FLOOR = 0.02;
  private static final double CUT_RATIO = 0.1;

  /** The classes of the model of rides, in its order. */
  enum Kind {
    BIKE,
    BUS,
    CAR,
    RAIL
  }

  private static final TransportMode[] RAIL = {
    TransportMode.TRAM, TransportMode.SUBWAY, TransportMode.TRAIN
  };

  /**
   * Judges a ride.
   *
   * @param otherRides how many other rides the trip has
   * @param bikeRatio how much the steps look like cycling, among cycling and vehicles
   * @param likelihood what a map tells of it
   */
  static RideMode of(
      ModeModel model,
      TripEvidence evidence,
      MotionSpan ride,
      int otherRides,
      double bikeRatio,
      MapLikelihood likelihood) {
    var rails = new double[RAIL.length];
    model.rail().probabilities(features(evidence, ride, otherRides), rails);
    double railLikelihood = 0;
    for (int i = 0; i < RAIL.length; i++) {
      rails[i] *= likelihood.of(RAIL[i]);
      railLikelihood += rails[i];
    }
    var shares = shares(model, evidence, ride, otherRides);
    shares[Kind.BIKE.ordinal()] *= (FLOOR + bikeRatio) * likelihood.of(TransportMode.BIKING);
    shares[Kind.BUS.ordinal()] *= (FLOOR + 1 - bikeRatio) * likelihood.of(TransportMode.BUS);
    shares[Kind.CAR.ordinal()] *= (FLOOR + 1 - bikeRatio) * likelihood.of(TransportMode.CAR);
    shares[Kind.RAIL.ordinal()] *= (FLOOR + 1 - bikeRatio) * railLikelihood;
    int best = greatest(shares);
    double ratio = shares[best] / Arrays.stream(shares).sum();
    return switch (Kind.values()[best]) {
      case BIKE -> new RideMode(TransportMode.BIKING, ratio);
      case BUS -> new RideMode(TransportMode.BUS, ratio);
      case CAR -> new RideMode(TransportMode.CAR, ratio);
      case RAIL -> {
        int rail = greatest(rails);
        yield new RideMode(RAIL[rail], ratio * rails[rail] / railLikelihood);
      }
    };
  }

  private static int greatest(double[] shares) {
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return best;
  }

  /**
   * The probability of each kind, as the mean over the ride and what is left when its ends are cut
   * off: where exactly a ride begins is doubtful, and must not decide what it is.
   */
  private static double[] shares(
      ModeModel model, TripEvidence evidence, MotionSpan ride, int otherRides) {
    int cut = (int) ((ride.to() - ride.from()) * CUT_RATIO);
    var sums = new double[Kind.values().length];
    var part = new double[sums.length];
    for (int from = ride.from(); from <= ride.from() + cut; from += Math.max(1, cut)) {
      for (int to = ride.to(); to >= ride.to() - cut; to -= Math.max(1, cut)) {
        var seen = new MotionSpan(ride.motion(), from, to);
        model.ride().probabilities(features(evidence, seen, otherRides), part);
        for (int kind = 0; kind < sums.length; kind++) {
          sums[kind] += part[kind];
        }
      }
    }
    return sums;
  }

  private static double[] features(TripEvidence evidence, MotionSpan ride, int otherRides) {
    var features = new double[RideFeatures.NAMES.size()];
    evidence.fillRide(ride.from(), ride.to(), otherRides, features);
    return features;
  }
}
