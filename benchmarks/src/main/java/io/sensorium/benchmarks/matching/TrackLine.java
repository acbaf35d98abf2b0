package io.sensorium.benchmarks.matching;

import io.sensorium.core.geo.Geodesy;
import java.util.ArrayList;
import java.util.List;

/** A line over the earth. */
final class TrackLine {

  private static final double STEP_METERS = 2;

  private record Place(double latitudeDeg, double longitudeDeg) {

    double metersTo(Place other) {
      return Geodesy.distanceMeters(
          latitudeDeg, longitudeDeg, other.latitudeDeg, other.longitudeDeg);
    }

    Place towards(Place other, double share) {
      return new Place(
          latitudeDeg + share * (other.latitudeDeg - latitudeDeg),
          longitudeDeg + share * (other.longitudeDeg - longitudeDeg));
    }
  }

  private final List<Place> places = new ArrayList<>();

  void add(double latitudeDeg, double longitudeDeg) {
    places.add(new Place(latitudeDeg, longitudeDeg));
  }

  double lengthMeters() {
    double meters = 0;
    for (int i = 1; i < places.size(); i++) {
      meters += places.get(i - 1).metersTo(places.get(i));
    }
    return meters;
  }

  /** The share of this line's length that lies no farther than so many metres from the other. */
  double shareWithin(TrackLine other, double meters) {
    int near = 0;
    var samples = samples();
    for (var place : samples) {
      near += other.isWithin(place, meters) ? 1 : 0;
    }
    return samples.isEmpty() ? 0 : (double) near / samples.size();
  }

  /** Places along the line, evenly spread. */
  private List<Place> samples() {
    var samples = new ArrayList<Place>();
    double over = 0;
    for (int i = 1; i < places.size(); i++) {
      double length = places.get(i - 1).metersTo(places.get(i));
      for (; over < length; over += STEP_METERS) {
        samples.add(places.get(i - 1).towards(places.get(i), over / length));
      }
      over -= length;
    }
    return samples;
  }

  private boolean isWithin(Place place, double meters) {
    for (int i = 1; i < places.size(); i++) {
      if (distance(place, places.get(i - 1), places.get(i)) <= meters) {
        return true;
      }
    }
    return false;
  }

  private static double distance(Place place, Place from, Place to) {
    double shrink = Math.cos(Math.toRadians(place.latitudeDeg));
    double east = (to.longitudeDeg - from.longitudeDeg) * shrink;
    double north = to.latitudeDeg - from.latitudeDeg;
    double square = east * east + north * north;
    double along =
        (place.longitudeDeg - from.longitudeDeg) * shrink * east
            + (place.latitudeDeg - from.latitudeDeg) * north;
    return place.metersTo(from.towards(to, square == 0 ? 0 : Math.clamp(along / square, 0, 1)));
  }
}
