package io.sensorium.simulator.rides;

import io.sensorium.core.geo.LatLon;
import io.sensorium.simulator.town.LocalPlane;
import io.sensorium.simulator.town.Point;
import java.util.List;

/** A line on the ground that is travelled from its first point, around which the plane lies. */
final class Line {

  private final Point[] points;
  private final double[] metersTo;
  private int at = 1; // the piece that was asked for last: it is travelled in one direction

  /**
   * Takes the points.
   *
   * @throws IllegalArgumentException when there are fewer than two
   */
  Line(List<LatLon> positions) {
    if (positions.size() < 2) {
      throw new IllegalArgumentException("a line needs two points");
    }
    var plane = new LocalPlane(positions.getFirst());
    points = positions.stream().map(plane::toPoint).toArray(Point[]::new);
    metersTo = new double[points.length];
    for (int i = 1; i < points.length; i++) {
      double east = points[i].eastMeters() - points[i - 1].eastMeters();
      double north = points[i].northMeters() - points[i - 1].northMeters();
      metersTo[i] = metersTo[i - 1] + Math.hypot(east, north);
    }
  }

  double lengthMeters() {
    return metersTo[points.length - 1];
  }

  /** The point so far along, at most the last; never less far than asked before. */
  Point at(double meters) {
    while (at < points.length - 1 && metersTo[at] < meters) {
      at++;
    }
    double piece = metersTo[at] - metersTo[at - 1];
    double share = piece == 0 ? 1 : Math.clamp((meters - metersTo[at - 1]) / piece, 0, 1);
    var from = points[at - 1];
    var to = points[at];
    return new Point(
        from.eastMeters() + share * (to.eastMeters() - from.eastMeters()),
        from.northMeters() + share * (to.northMeters() - from.northMeters()));
  }
}
