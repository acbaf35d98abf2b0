package io.sensorium.analysis.legs;

import io.sensorium.analysis.trees.TreeModel;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ride was in.
 *
 * @param ratio how sure that is, 0 to 1
 */
record RideMode(TransportMode mode, double ratio) {

  private static final double FLOOR = 0.02;
  private static final double CUT_RATIO = 0.1;
  private static final List<TransportMode> BIKES =
      List.of(TransportMode.BIKING, TransportMode.ESCOOTER);
  private static final List<TransportMode> BUSES = List.of(TransportMode.BUS);
  private static final List<TransportMode> CARS =
      List.of(TransportMode.CAR, TransportMode.MOTORCYCLE);
  private static final List<TransportMode> RAILS =
      List.of(TransportMode.TRAM, TransportMode.SUBWAY, TransportMode.TRAIN);
  private static final double ESCOOTER_RATIO = 0.1;
  private static final double MOTORCYCLE_RATIO = 0.03;

  /** The classes of the model of rides, in its order, and the modes that each may be. */
  enum Kind {
    BIKE,
    BUS,
    CAR,
    RAIL;

    private List<TransportMode> modes() {
      return switch (this) {
        case BIKE -> BIKES;
        case BUS -> BUSES;
        case CAR -> CARS;
        case RAIL -> RAILS;
      };
    }

    /** How often a ride of the kind is by each of its modes, before anything is known of it. */
    private double[] shares() {
      return switch (this) {
        case BIKE -> new double[] {1 - ESCOOTER_RATIO, ESCOOTER_RATIO};
        case CAR -> new double[] {1 - MOTORCYCLE_RATIO, MOTORCYCLE_RATIO};
        case BUS -> new double[] {1};
        case RAIL -> new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3};
      };
    }

    private @Nullable TreeModel model(ModeModel all) {
      return switch (this) {
        case BIKE -> all.bike();
        case CAR -> all.car();
        case BUS -> null;
        case RAIL -> all.rail();
      };
    }
  }

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
    var features = features(evidence, ride, otherRides);
    var shares = shares(model, evidence, ride, otherRides);
    var modes = new double[shares.length][];
    for (var kind : Kind.values()) {
      int at = kind.ordinal();
      modes[at] = modes(kind, model, features, likelihood);
      double likeCycling = kind == Kind.BIKE ? bikeRatio : 1 - bikeRatio;
      shares[at] *= (FLOOR + likeCycling) * sum(modes[at]);
    }
    int best = greatest(shares);
    var within = modes[best];
    int mode = greatest(within);
    double ratio = shares[best] / sum(shares) * (within[mode] / sum(within));
    return new RideMode(Kind.values()[best].modes().get(mode), ratio);
  }

  /** The probability of each mode of a kind, times what a map tells of it. */
  private static double[] modes(
      Kind kind, ModeModel all, double[] features, MapLikelihood likelihood) {
    var modes = kind.shares();
    var model = kind.model(all);
    if (model != null) {
      var seen = new double[modes.length];
      model.probabilities(features, seen);
      for (int i = 0; i < modes.length; i++) {
        modes[i] *= seen[i];
      }
    }
    double sum = sum(modes);
    for (int i = 0; i < modes.length; i++) {
      modes[i] *= likelihood.of(kind.modes().get(i)) / sum;
    }
    return modes;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
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
