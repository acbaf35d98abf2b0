package io.sensorium.server.roads;

import io.sensorium.core.geo.LatLon;
import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.Street;
import io.sensorium.simulator.town.Town;
import java.util.HashSet;
import java.util.Set;

/** Finds streets of a town by where something is. */
final class StreetFinder {

  private static final double LEAST_METERS = 5;

  private final Town town;

  StreetFinder(Town town) {
    this.town = town;
  }

  /** A street, and how far from its middle line something is. */
  record Found(Street street, double meters) {}

  Found nearest(LatLon position) {
    var point = town.plane().toPoint(position);
    var best = new Found(town.streets().street(0), Double.POSITIVE_INFINITY);
    for (var street : town.streets().streets()) {
      double meters = meters(street, point);
      if (meters < best.meters) {
        best = new Found(street, meters);
      }
    }
    return best;
  }

  private double meters(Street street, Point point) {
    var from = town.streets().crossing(street.from());
    var to = town.streets().crossing(street.to());
    double east = to.eastMeters() - from.eastMeters();
    double north = to.northMeters() - from.northMeters();
    double along =
        (point.eastMeters() - from.eastMeters()) * east
            + (point.northMeters() - from.northMeters()) * north;
    double fraction = Math.clamp(along / (east * east + north * north), 0, 1);
    return from.towards(to, fraction).distanceMetersTo(point);
  }

  /** The streets that a drive shows more than a few metres of. */
  Set<Street> streetsOf(ShownDrive drive) {
    var streets = new HashSet<Street>();
    var waypoints = drive.waypoints();
    for (int i = 0; i + 1 < waypoints.size(); i++) {
      var from = ShownDrive.position(waypoints.get(i));
      var to = ShownDrive.position(waypoints.get(i + 1));
      boolean onRoad = !waypoints.get(i).path("road_type").isNull();
      if (onRoad && from.distanceMetersTo(to) > LEAST_METERS) {
        streets.add(nearest(middle(from, to)).street());
      }
    }
    return streets;
  }

  private static LatLon middle(LatLon from, LatLon to) {
    return new LatLon(
        (from.latitudeDeg() + to.latitudeDeg()) / 2, (from.longitudeDeg() + to.longitudeDeg()) / 2);
  }
}
