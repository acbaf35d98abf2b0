package io.sensorium.simulator.people;

import io.sensorium.simulator.town.Place;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TransitLine;
import java.util.Optional;

/** A bus line and the stops, by number, where to get on and off. */
record BusRide(TransitLine line, int fromStop, int toStop) {

  private static final double LONGEST_WALK_METERS = 900;

  /** A ride worth taking between two places, if there is one. */
  static Optional<BusRide> find(Town town, Place from, Place to) {
    return town.buses().stream()
        .map(
            line ->
                new BusRide(
                    line, line.nearestStop(from.position()), line.nearestStop(to.position())))
        .filter(ride -> ride.isWorthIt(from, to))
        .findFirst();
  }

  private boolean isWorthIt(Place from, Place to) {
    var on = line.stops().get(fromStop).position();
    var off = line.stops().get(toStop).position();
    return Math.abs(fromStop - toStop) >= 2
        && on.distanceMetersTo(from.position()) < LONGEST_WALK_METERS
        && off.distanceMetersTo(to.position()) < LONGEST_WALK_METERS;
  }
}
