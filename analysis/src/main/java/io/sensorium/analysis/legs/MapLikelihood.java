package io.sensorium.analysis.legs;

import io.sensorium.core.timeline.TransportMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much better what a map shows along a ride fits one vehicle than another: a factor for each,
 * which is 1 for all where no map knows.
 */
final class MapLikelihood {
  /*
   * The model is learned from as many rides of each vehicle, so that its probabilities are in the
   * relation of the likelihoods. The floor is for what maps lack and for detours.
   */

  private static final double FLOOR = 0.005;

  private final double[] factors;

  private MapLikelihood(double[] factors) {
    this.factors = factors;
  }

  static MapLikelihood of(ModeModel model, RideSurroundings ride) {
    var factors = new double[ModeModel.VEHICLES.size()];
    var features = new double[RideSurroundings.NAMES.size()];
    if (ride.fill(features)) {
      model.surroundings().probabilities(features, factors);
    } else {
      Arrays.fill(factors, 1 - FLOOR);
    }
    return new MapLikelihood(factors);
  }

  double of(TransportMode mode) {
    return index(mode).map(index -> FLOOR + factors[index]).orElseThrow();
  }

  /** Which of the model's classes a mode is. */
  static Optional<Integer> index(TransportMode mode) {
    var name =
        switch (mode) {
          case BIKING, ESCOOTER -> "bike";
          case BUS -> "bus";
          case CAR, MOTORCYCLE -> "car";
          case TRAM -> "tram";
          case SUBWAY -> "subway";
          case TRAIN -> "train";
          default -> "";
        };
    int index = ModeModel.VEHICLES.indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(index);
  }
}
