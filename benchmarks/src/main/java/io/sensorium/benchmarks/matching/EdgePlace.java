package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.roads.Plane;
import io.sensorium.atlas.roads.RoadGraph;

/** A place on an edge of the network, in 10^-7 degrees. */
record EdgePlace(double latitudeE7, double longitudeE7) {

  /** How many straight pieces an edge has. */
  static int segments(RoadGraph graph, int directed) {
    int edge = directed >> 1;
    return graph.firstPoint(edge + 1) - graph.firstPoint(edge) - 1;
  }

  /** The length of the first pieces of a directed edge. */
  static double metersTo(RoadGraph graph, int directed, int pieces) {
    double meters = 0;
    for (int i = 0; i < pieces; i++) {
      meters += pieceMeters(graph, pointOf(graph, directed, i), pointOf(graph, directed, i + 1));
    }
    return meters;
  }

  /** The number of the point of the network at which a piece of a directed edge begins. */
  static int pointOf(RoadGraph graph, int directed, int i) {
    int edge = directed >> 1;
    return (directed & 1) == 0 ? graph.firstPoint(edge) + i : graph.firstPoint(edge + 1) - 1 - i;
  }

  private static double pieceMeters(RoadGraph graph, int from, int to) {
    return new Plane(graph.latitudeE7(from))
        .meters(
            graph.latitudeE7(from),
            graph.longitudeE7(from),
            graph.latitudeE7(to),
            graph.longitudeE7(to));
  }

  /** So far along a directed edge. */
  static EdgePlace on(RoadGraph graph, int directed, double alongMeters) {
    int pieces = segments(graph, directed);
    double left = alongMeters;
    for (int i = 0; i < pieces; i++) {
      int from = pointOf(graph, directed, i);
      int to = pointOf(graph, directed, i + 1);
      double meters = pieceMeters(graph, from, to);
      if (left <= meters || i == pieces - 1) {
        double share = meters == 0 ? 0 : Math.clamp(left / meters, 0, 1);
        return new EdgePlace(
            graph.latitudeE7(from)
                + share * (graph.latitudeE7(to) - (double) graph.latitudeE7(from)),
            graph.longitudeE7(from)
                + share * (graph.longitudeE7(to) - (double) graph.longitudeE7(from)));
      }
      left -= meters;
    }
    int point = graph.firstPoint(directed >> 1);
    return new EdgePlace(graph.latitudeE7(point), graph.longitudeE7(point));
  }
}
