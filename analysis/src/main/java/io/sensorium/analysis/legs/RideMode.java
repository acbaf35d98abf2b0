package io.sensorium.analysis.legs;

import io.sensorium.core.timeline.TransportMode;

/**
 * What a ride was in.
 *
 * @param ratio how sure that is, 0 to 1
 */
record RideMode(TransportMode mode, double ratio) {

  private static final double FLIGHT_MPS = 95;
  private static final double SURE_OF_FLIGHT_RATIO = 0.95;
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
   */
  static RideMode of(
      ModeModel model, TripEvidence evidence, MotionSpan ride, int otherRides, double bikeRatio) {
    double cruiseMps = evidence.sums().bins.quantileMps(ride.from(), ride.to(), 0.5);
    if (cruiseMps >= FLIGHT_MPS) {
      return new RideMode(TransportMode.FLIGHT, SURE_OF_FLIGHT_RATIO);
    }
    var shares = shares(model, evidence, ride, otherRides);
    double sum = 0;
    for (var kind : Kind.values()) {
      shares[kind.ordinal()] *= FLOOR + (kind == Kind.BIKE ? bikeRatio : 1 - bikeRatio);
      sum += shares[kind.ordinal()];
    }
    var best = Kind.BIKE;
    for (var kind : Kind.values()) {
      best = shares[kind.ordinal()] > shares[best.ordinal()] ? kind : best;
    }
    double ratio = shares[best.ordinal()] / sum;
    return switch (best) {
      case BIKE -> new RideMode(TransportMode.BIKING, ratio);
      case BUS -> new RideMode(TransportMode.BUS, ratio);
      case CAR -> new RideMode(TransportMode.CAR, ratio);
      case RAIL -> ofRail(model, features(evidence, ride, otherRides), ratio);
    };
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

  private static RideMode ofRail(ModeModel model, double[] features, double railRatio) {
    var shares = new double[RAIL.length];
    model.rail().probabilities(features, shares);
    int best = 0;
    for (int i = 1; i < RAIL.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return new RideMode(RAIL[best], railRatio * shares[best]);
  }
}
