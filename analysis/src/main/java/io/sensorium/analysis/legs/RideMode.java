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
   * @param features of the ride
   * @param cruiseMps median speed
   * @param bikeRatio how much the steps look like cycling, among cycling and vehicles
   */
  static RideMode of(ModeModel model, double[] features, double cruiseMps, double bikeRatio) {
    if (cruiseMps >= FLIGHT_MPS) {
      return new RideMode(TransportMode.FLIGHT, SURE_OF_FLIGHT_RATIO);
    }
    var shares = new double[Kind.values().length];
    model.ride().probabilities(features, shares);
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
      case RAIL -> ofRail(model, features, ratio);
    };
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
