package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.MatchedTrack;
import io.sensorium.atlas.matching.PartSink;
import io.sensorium.atlas.roads.RoadGraph;
import java.util.HashMap;
import java.util.Map;

/** Metres on each way of OpenStreetMap: what two matchers with networks of their own can share. */
record WayMeters(Map<Long, Double> byWay) {

  WayMeters {
    byWay = Map.copyOf(byWay);
  }

  static WayMeters of(RoadGraph graph, DrivenRoute route) {
    var meters = new HashMap<Long, Double>();
    for (int edge : route.edges()) {
      meters.merge(graph.wayId(edge), graph.lengthMeters(edge), Double::sum);
    }
    return new WayMeters(meters);
  }

  static WayMeters of(RoadGraph graph, MatchedTrack matched) {
    var meters = new HashMap<Long, Double>();
    matched.forEachPart(
        graph,
        new PartSink() {
          @Override
          public void onRoad(int step, int directed, double fromMeters, double toMeters) {
            meters.merge(graph.wayId(directed), toMeters - fromMeters, Double::sum);
          }

          @Override
          public void offRoad(int step) {
            // counts as missed
          }
        });
    return new WayMeters(meters);
  }

  /** What the other misses of this, and adds to it. */
  double wrongMeters(WayMeters other) {
    var apart = new HashMap<>(byWay);
    other.byWay.forEach((way, meters) -> apart.merge(way, -meters, Double::sum));
    return apart.values().stream().mapToDouble(Math::abs).sum();
  }
}
