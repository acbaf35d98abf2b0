package io.sensorium.analysis.legs;

import io.sensorium.core.timeline.TransportMode;
import java.util.Arrays;

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

  /**
   * The factor of one of the {@link ModeModel#VEHICLE_MODES}, or of what goes where one of them
   * goes.
   */
  double of(TransportMode mode) {
    var alike =
        switch (mode) {
          case ESCOOTER -> TransportMode.BIKING;
          case MOTORCYCLE -> TransportMode.CAR;
          default -> mode;
        };
    return FLOOR + factors[ModeModel.VEHICLE_MODES.indexOf(alike)];
  }
}
