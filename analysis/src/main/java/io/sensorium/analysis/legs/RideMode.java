package io.sensorium.analysis.legs;

import io.sensorium.core.timeline.TransportMode;

/** Tells what vehicle a ride was in, without a map. */
final class RideMode {
  /*
   * Points for and against, as in a scorecard: few enough to be read, because there is too little
   * labelled data for more. Without evidence a ride is in a car, which most rides are.
   */

  private static final double FLIGHT_MPS = 95;

  private final double busPoints;
  private final double railPoints;
  private final boolean flight;

  /**
   * Judges a ride.
   *
   * @param waitSeconds how long the user stood still at the place where the ride begins
   * @param transfers other rides of the same trip
   */
  RideMode(Ride ride, double waitSeconds, int transfers) {
    flight = ride.cruiseMps() >= FLIGHT_MPS;
    double publicPoints = (waitSeconds >= 90 ? 1 : 0) + (transfers > 0 ? 1 : 0);
    busPoints = publicPoints + busPoints(ride);
    railPoints = publicPoints + railPoints(ride);
  }

  private static double busPoints(Ride ride) {
    double points = -2;
    points += ride.stops() >= 3 && ride.stopsPerKilometer() >= 0.3 ? 1 : 0;
    points += ride.stops() >= 2 && ride.stopSeconds() >= 30 ? 1 : 0;
    points += ride.meters() >= 8_000 && ride.fastMps() < 20 ? 1 : 0;
    points -= ride.fastMps() > 24 ? 3 : 0;
    points -= ride.silentShare() > 0.5 ? 1 : 0;
    return points;
  }

  private static double railPoints(Ride ride) {
    double points = -2.5;
    points += ride.fastMps() >= 29.5 ? 2 : 0;
    points += ride.stops() >= 3 && ride.stopsPerKilometer() < 0.3 ? 1 : 0;
    points += ride.stops() >= 2 && ride.stopSeconds() >= 50 ? 0.5 : 0;
    boolean underground = ride.silentShare() > 0.5 && ride.fastMps() < 25;
    points += underground && ride.meters() > 3_000 ? 2 : 0;
    points -= ride.stopsPerKilometer() > 1 ? 1 : 0;
    return points;
  }

  TransportMode mode() {
    if (flight) {
      return TransportMode.OTHER;
    }
    if (railPoints > 0 && railPoints >= busPoints) {
      return TransportMode.TRAIN;
    }
    return busPoints > 0 ? TransportMode.BUS : TransportMode.CAR;
  }

  /** Share of the chosen vehicle among the exponentials of the points. */
  double ratio() {
    if (flight) {
      return 0.95;
    }
    double bus = StrictMath.exp(busPoints);
    double rail = StrictMath.exp(railPoints);
    double best = Math.max(1, Math.max(bus, rail));
    return best / (1 + bus + rail);
  }
}
