package io.sensorium.simulator.map;

import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.Street;
import io.sensorium.simulator.town.StreetGraph;
import java.util.List;

/** The land along a street, on which houses stand. */
record Frontage(Point from, double alongEast, double alongNorth) {

  static Frontage of(StreetGraph graph, Street street) {
    var from = graph.crossing(street.from());
    var to = graph.crossing(street.to());
    return new Frontage(
        from,
        (to.eastMeters() - from.eastMeters()) / street.lengthMeters(),
        (to.northMeters() - from.northMeters()) / street.lengthMeters());
  }

  /** A point by the way along the street and to the right of it. */
  Point at(double alongMeters, double asideMeters) {
    return from.plus(
        alongMeters * alongEast + asideMeters * alongNorth,
        alongMeters * alongNorth - asideMeters * alongEast);
  }

  /** The corners of a building that stands along the street. */
  List<Point> building(Point middle, double halfWidthMeters, double halfDepthMeters) {
    var there = new Frontage(middle, alongEast, alongNorth);
    return List.of(
        there.at(-halfWidthMeters, -halfDepthMeters),
        there.at(halfWidthMeters, -halfDepthMeters),
        there.at(halfWidthMeters, halfDepthMeters),
        there.at(-halfWidthMeters, halfDepthMeters));
  }
}
