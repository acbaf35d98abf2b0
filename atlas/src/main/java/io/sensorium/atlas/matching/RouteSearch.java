package io.sensorium.atlas.matching;

import io.sensorium.atlas.roads.Plane;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;

/**
 * Finds how far it is from a place on an edge to the begin of others, up to a limit.
 *
 * <p>Dijkstra's algorithm over directed edges, so that turns have a price: what is not allowed is
 * possible, but seems longer. Places that cannot lie on a way to the target within the limit are
 * left out.
 */
final class RouteSearch {

  private static final int MOST_EDGES = 30_000;

  /** A way against a one-way street seems so much longer. */
  private static final double WRONG_WAY_METERS = 30;

  private static final double WRONG_WAY_RATIO = 2;
  private static final double FORBIDDEN_TURN_METERS = 60;

  private final RoadGraph graph;
  private final Travel travel;
  private final double uTurnMeters;
  private final EdgeTable table = new EdgeTable();
  private final EdgeQueue queue = new EdgeQueue();

  private Plane plane = new Plane(0);
  private int targetLatitudeE7;
  private int targetLongitudeE7;
  private double limitMeters;

  RouteSearch(RoadGraph graph, Travel travel, double uTurnMeters) {
    this.graph = graph;
    this.travel = travel;
    this.uTurnMeters = uTurnMeters;
    table.clear();
  }

  /** Sets where routes go to: near a fix, and no farther than the limit. */
  void aim(Plane plane, int latitudeE7, int longitudeE7, double limitMeters) {
    this.plane = plane;
    this.targetLatitudeE7 = latitudeE7;
    this.targetLongitudeE7 = longitudeE7;
    this.limitMeters = limitMeters;
  }

  /**
   * Searches from a place on an edge.
   *
   * @param targets the edges that matter; when all are reached, the search ends
   */
  void run(int directed, double alongMeters, TargetSet targets) {
    table.clear();
    queue.clear();
    int open = targets.size();
    relax(directed, graph.lengthMeters(directed) - alongMeters);
    while (!queue.isEmpty() && open > 0 && table.size() < MOST_EDGES) {
      double meters = queue.leastMeters();
      int edge = queue.removeLeast();
      int slot = table.find(edge);
      if (table.settled[slot]) {
        continue;
      }
      table.settled[slot] = true;
      if (targets.contains(edge)) {
        open--;
      }
      relax(edge, meters + weighted(edge));
    }
  }

  private double weighted(int directed) {
    double meters =
        graph.lengthMeters(directed) * RoadPriors.lengthRatio(graph.roadClass(directed));
    return graph.isAllowed(directed, travel) ? meters : WRONG_WAY_RATIO * meters;
  }

  private void relax(int from, double meters) {
    if (meters > limitMeters || cannotReach(from, meters)) {
      return;
    }
    int vertex = graph.head(from);
    int end = graph.firstOutgoing(vertex + 1);
    for (int place = graph.firstOutgoing(vertex); place < end; place++) {
      int next = graph.outgoing(place);
      if (!graph.isUsable(next, travel)) {
        continue;
      }
      double there = meters + turnMeters(from, next);
      if (there > limitMeters) {
        continue;
      }
      int slot = table.slotOf(next);
      if (there < table.meters[slot]) {
        table.meters[slot] = there;
        table.parents[slot] = from;
        queue.add(next, there);
      }
    }
  }

  private boolean cannotReach(int from, double meters) {
    int point = graph.headPoint(from);
    double straight =
        plane.meters(
            graph.latitudeE7(point), graph.longitudeE7(point), targetLatitudeE7, targetLongitudeE7);
    return meters + straight > limitMeters;
  }

  private double turnMeters(int from, int next) {
    double meters = next == RoadGraph.reverse(from) ? uTurnMeters : 0;
    if (!graph.isAllowed(next, travel) && graph.isAllowed(from, travel)) {
      meters += WRONG_WAY_METERS;
    }
    if (travel != Travel.FOOT && graph.isForbiddenTurn(from, next)) {
      meters += FORBIDDEN_TURN_METERS;
    }
    return meters;
  }

  /** Weighted metres to the begin of an edge; infinite when it was not reached. */
  double metersTo(int directed) {
    int slot = table.find(directed);
    return slot == EdgeTable.ABSENT ? Double.POSITIVE_INFINITY : table.meters[slot];
  }

  /**
   * Keeps the edges between the one that the search began on and another that was reached, both
   * left out; a way of least length does not come back to where it began.
   */
  int routeTo(int directed, int fromDirected, Routes routes) {
    int edge = table.parents[table.find(directed)];
    if (edge == fromDirected) {
      return Routes.NONE;
    }
    int route = routes.startBackwards();
    for (; edge != fromDirected; edge = table.parents[table.find(edge)]) {
      routes.addBackwards(route, edge);
    }
    return route;
  }
}
