package io.sensorium.atlas.matching;

import io.sensorium.atlas.roads.RoadGraph;

/**
 * The way of a track through a network: for each fix that was used a place, and the edges between.
 */
public final class MatchedTrack {

  /** A step along one edge, or a turn on it: no other edge is between. */
  static final int DIRECT = -2;

  /** Of a track without fixes. */
  static final MatchedTrack EMPTY =
      new MatchedTrack(new Candidates(), new Routes(), new int[0], new int[0]);

  private final Candidates candidates;
  private final Routes routes;
  private final int[] usedFixes;
  private final int[] chosen;

  MatchedTrack(Candidates candidates, Routes routes, int[] usedFixes, int[] chosen) {
    this.candidates = candidates;
    this.routes = routes;
    this.usedFixes = usedFixes;
    this.chosen = chosen;
  }

  /** How many fixes were used. */
  public int size() {
    return usedFixes.length;
  }

  /** The number of a fix that was used, among all. */
  public int fix(int step) {
    return usedFixes[step];
  }

  public boolean isOffRoad(int step) {
    return candidates.isOffRoad(chosen[step]);
  }

  /** The directed edge that a fix was on. */
  public int directed(int step) {
    return candidates.directed[chosen[step]];
  }

  /** How far along its directed edge a fix was. */
  public double alongMeters(int step) {
    return candidates.alongMeters[chosen[step]];
  }

  /** Whether the step from the one before goes by other edges, or on from one into the next. */
  public boolean isRouted(int step) {
    return candidates.route[chosen[step]] != DIRECT && step > 0;
  }

  /** How many edges lie between the edge of the step before and that of this one. */
  public int routeLength(int step) {
    return isRouted(step) ? routes.length(candidates.route[chosen[step]]) : 0;
  }

  /** An edge between the edge of the step before and that of this one. */
  public int routeEdge(int step, int i) {
    return routes.edge(candidates.route[chosen[step]], i);
  }

  /**
   * Tells the whole way from the first fix to the last. Where an error makes a fix lie behind the
   * one before on the same edge, the way stands still until it goes on.
   */
  public void forEachPart(RoadGraph graph, PartSink sink) {
    double at = size() == 0 || isOffRoad(0) ? 0 : alongMeters(0);
    for (int step = 1; step < size(); step++) {
      if (isOffRoad(step) || isOffRoad(step - 1)) {
        sink.offRoad(step);
        at = isOffRoad(step) ? 0 : alongMeters(step);
      } else {
        at = goOn(graph, step, at, sink);
      }
    }
  }

  /** Tells the parts of a step on the network; returns where it ends along its edge. */
  private double goOn(RoadGraph graph, int step, double at, PartSink sink) {
    int from = directed(step - 1);
    int to = directed(step);
    double there = alongMeters(step);
    if (!isRouted(step) && to == from) {
      double end = Math.max(at, there);
      sink.onRoad(step, from, at, end);
      return end;
    }
    if (!isRouted(step)) { // a turn on the edge
      double turned = graph.lengthMeters(from) - there;
      if (turned >= at) {
        sink.onRoad(step, from, at, turned);
      } else {
        sink.onRoad(step, to, graph.lengthMeters(to) - at, there);
      }
      return there;
    }
    sink.onRoad(step, from, at, graph.lengthMeters(from));
    for (int i = 0; i < routeLength(step); i++) {
      int edge = routeEdge(step, i);
      sink.onRoad(step, edge, 0, graph.lengthMeters(edge));
    }
    sink.onRoad(step, to, 0, there);
    return there;
  }
}
