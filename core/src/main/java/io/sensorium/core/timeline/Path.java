package io.sensorium.core.timeline;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.geo.Polyline;
import java.util.List;

/** The way that a transport took, oldest vertex first. */
public record Path(List<PathPoint> points) {

  public static final Path EMPTY = new Path(List.of());

  public Path {
    points = List.copyOf(points);
  }

  /** Great-circle length over all vertices. */
  public double lengthMeters() {
    double lengthMeters = 0;
    for (int i = 1; i < points.size(); i++) {
      lengthMeters += points.get(i - 1).position().distanceMetersTo(points.get(i).position());
    }
    return lengthMeters;
  }

  /** All vertices as a polyline of precision 1e-5. */
  public String encoded() {
    return Polyline.encode(points.stream().map(PathPoint::position).toList());
  }

  /** The position rounded as it is served, so that lengths are those of the served path. */
  public static LatLon rounded(double latitudeDeg, double longitudeDeg) {
    return new LatLon(
        StrictMath.round(latitudeDeg * 1e5) / 1e5, StrictMath.round(longitudeDeg * 1e5) / 1e5);
  }
}
