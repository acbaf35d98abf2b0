package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.roads.RoadClass;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.core.geo.LatLon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A way that a simulated driver takes: the quickest by the driver's own idea of how fast roads are.
 *
 * @param edges directed edges from crossing to crossing
 */
public record DrivenRoute(List<Integer> edges) {

  /** What somebody goes on. */
  public interface Network {

    /** The speed on a directed edge as the driver thinks of it; 0 where nothing goes. */
    double mps(int directed);
  }

  /** How much the ideas of drivers differ: each edge seems up to so much quicker or slower. */
  private static final double WHIM_RATIO = 0.3;

  private record Reached(int directed, double seconds) {}

  /** How fast a class of roads is driven, when nothing is said. */
  public static double cruiseMps(RoadClass road) {
    return switch (road) {
      case MOTORWAY -> 30;
      case TRUNK -> 24;
      case MOTORWAY_LINK, TRUNK_LINK, PRIMARY -> 17;
      case PRIMARY_LINK, SECONDARY, SECONDARY_LINK -> 14;
      case TERTIARY, TERTIARY_LINK, UNCLASSIFIED -> 12;
      default -> 8;
    };
  }

  /** A way for a car. */
  static Optional<DrivenRoute> find(
      RoadGraph graph, Random random, double leastMeters, double mostMeters) {
    int start = random.nextInt(2 * graph.edgeCount());
    if (!isDrivable(graph, start)) {
      return Optional.empty();
    }
    Network roads = edge -> isDrivable(graph, edge) ? cruiseMps(graph.roadClass(edge)) : 0;
    return find(graph, roads, start, random, leastMeters, mostMeters);
  }

  /** A way of a length between both bounds, or none if the start leads nowhere. */
  public static Optional<DrivenRoute> find(
      RoadGraph graph,
      Network network,
      int start,
      Random random,
      double leastMeters,
      double mostMeters) {
    double goalMeters = leastMeters + random.nextDouble() * (mostMeters - leastMeters);
    long whims = random.nextLong();
    var seconds = new HashMap<Integer, Double>();
    var meters = new HashMap<Integer, Double>();
    var parents = new HashMap<Integer, Integer>();
    var queue = new PriorityQueue<Reached>(Comparator.comparingDouble(Reached::seconds));
    queue.add(new Reached(start, 0));
    meters.put(start, graph.lengthMeters(start));
    seconds.put(start, 0.0);
    while (!queue.isEmpty()) {
      var reached = queue.remove();
      int edge = reached.directed;
      if (reached.seconds > seconds.getOrDefault(edge, 0.0)) {
        continue;
      }
      if (meters.getOrDefault(edge, 0.0) >= goalMeters) {
        return Optional.of(new DrivenRoute(back(parents, edge)));
      }
      int end = graph.firstOutgoing(graph.head(edge) + 1);
      for (int place = graph.firstOutgoing(graph.head(edge)); place < end; place++) {
        int next = graph.outgoing(place);
        if (network.mps(next) == 0
            || next == RoadGraph.reverse(edge)
            || graph.isForbiddenTurn(edge, next)) {
          continue;
        }
        double after = reached.seconds + seconds(graph, network, next, whims);
        if (after < seconds.getOrDefault(next, Double.MAX_VALUE)) {
          seconds.put(next, after);
          meters.put(next, meters.getOrDefault(edge, 0.0) + graph.lengthMeters(next));
          parents.put(next, edge);
          queue.add(new Reached(next, after));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDrivable(RoadGraph graph, int directed) {
    return graph.isAllowed(directed, Travel.CAR) && graph.roadClass(directed) != RoadClass.TRACK;
  }

  private static double seconds(RoadGraph graph, Network network, int directed, long whims) {
    double whim = new Random(whims ^ (directed * 0x9E3779B97F4A7C15L)).nextDouble() * 2 - 1;
    return graph.lengthMeters(directed) / network.mps(directed) * (1 + WHIM_RATIO * whim);
  }

  private static List<Integer> back(HashMap<Integer, Integer> parents, int last) {
    var edges = new ArrayList<Integer>();
    for (Integer edge = last; edge != null; edge = parents.get(edge)) {
      edges.add(edge);
    }
    return List.copyOf(edges.reversed());
  }

  /** The line of the way. */
  public List<LatLon> line(RoadGraph graph) {
    var line = new ArrayList<LatLon>();
    for (int directed : edges) {
      for (int i = 0; i <= EdgePlace.segments(graph, directed); i++) {
        int point = EdgePlace.pointOf(graph, directed, i);
        line.add(new LatLon(graph.latitudeE7(point) * 1e-7, graph.longitudeE7(point) * 1e-7));
      }
    }
    return line;
  }
}
