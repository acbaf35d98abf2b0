package io.sensorium.analysis.legs;

import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.core.timeline.TransportMode;
import java.util.Optional;

/** Tells a flight by its speed: nothing else is as fast, and what is slower is on rails. */
final class FlightRule {
  /*
   * Small planes and short flights are as fast as trains. They begin and end at airports, and what
   * lies below them is no track, as far as a map knows.
   */

  private static final double FASTEST_TRAIN_MPS = 95;
  private static final double FASTEST_CAR_MPS = 55;
  private static final double AIRPORT_METERS = 3_000;
  private static final double TRACK_METERS = 100;
  private static final double RATIO = 0.95;

  private FlightRule() {}

  /**
   * A ride that was a flight.
   *
   * @param cruiseMps its median speed
   */
  static Optional<RideMode> find(double cruiseMps, RideSurroundings ride) {
    boolean isFlight =
        cruiseMps >= FASTEST_TRAIN_MPS
            || (cruiseMps >= FASTEST_CAR_MPS && isFromAirportToAirport(ride) && isOffTracks(ride));
    return isFlight ? Optional.of(new RideMode(TransportMode.FLIGHT, RATIO)) : Optional.empty();
  }

  private static boolean isFromAirportToAirport(RideSurroundings ride) {
    return isAtAirport(ride, 0) && isAtAirport(ride, ride.size() - 1);
  }

  private static boolean isAtAirport(RideSurroundings ride, int sample) {
    return ride.metersTo(Thing.AERODROME, sample, AIRPORT_METERS) <= AIRPORT_METERS;
  }

  /**
   * Whether a map knows of most of the ride that there was no track; of the rest it may not know.
   */
  private static boolean isOffTracks(RideSurroundings ride) {
    int off = 0;
    for (int sample = 0; sample < ride.size(); sample++) {
      off += ride.metersTo(Thing.RAIL, sample, TRACK_METERS) > TRACK_METERS ? 1 : 0;
    }
    return 2 * off > ride.size();
  }
}
