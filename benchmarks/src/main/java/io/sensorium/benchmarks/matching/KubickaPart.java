package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.MatchSettings;
import io.sensorium.atlas.matching.MatchedTrack;
import io.sensorium.atlas.matching.Matcher;
import io.sensorium.atlas.roads.RoadClass;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.RoadGraphBuilder;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.core.geo.Geodesy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Matches Kubicka's tracks, each to its own network, and compares with the arcs driven. */
final class KubickaPart {

  /**
   * What came of one track.
   *
   * @param trueMeters length of the arcs driven
   * @param missedMeters of those, what was not found
   * @param addedMeters length of arcs found that were not driven
   */
  record Outcome(
      String name, int fixes, double trueMeters, double missedMeters, double addedMeters) {

    double correctRatio() {
      return 1 - missedMeters / trueMeters;
    }

    double mismatchRatio() {
      return (missedMeters + addedMeters) / trueMeters;
    }
  }

  private KubickaPart() {}

  static Outcome match(RoadTrack track, Path scratch, MatchSettings settings) throws IOException {
    var graph = graph(track, scratch);
    var matched = new Matcher(graph, Travel.CAR, track.fixes(), settings).match();
    return compare(track, arcs(matched, graph, track.reverses()));
  }

  private static RoadGraph graph(RoadTrack track, Path scratch) throws IOException {
    var builder = new RoadGraphBuilder();
    var reverses = track.reverses();
    for (int arc = 0; arc < track.arcs().size(); arc++) {
      var reverse = reverses.get(arc);
      if (reverse != null && reverse < arc) {
        continue; // one way for both
      }
      var ends = track.arcs().get(arc);
      int access = Travel.CAR.bits(true, reverse != null);
      builder.addWay(
          new RoadGraphBuilder.WayFacts(arc, RoadClass.ROAD, access, -1),
          new long[] {ends[0], ends[1]},
          2);
    }
    builder.finishWays();
    for (int node = 0; node < track.nodes().size(); node++) {
      var place = track.nodes().get(node);
      builder.setNode(node, (int) Math.round(place[1] * 1e7), (int) Math.round(place[0] * 1e7));
    }
    var directory = Files.createTempDirectory(scratch, "kubicka");
    builder.write(directory);
    return RoadGraph.open(directory);
  }

  private static List<Integer> arcs(
      MatchedTrack matched, RoadGraph graph, Map<Integer, Integer> reverses) {
    var directed = new ArrayList<Integer>();
    for (int step = 0; step < matched.size(); step++) {
      for (int i = 0; i < matched.routeLength(step); i++) {
        directed.add(matched.routeEdge(step, i));
      }
      if (!matched.isOffRoad(step)
          && (matched.isRouted(step)
              || directed.isEmpty()
              || directed.getLast() != matched.directed(step))) {
        directed.add(matched.directed(step));
      }
    }
    return directed.stream()
        .map(
            edge -> {
              int arc = (int) graph.wayId(edge);
              return (edge & 1) == 0 ? Integer.valueOf(arc) : reverses.getOrDefault(arc, -1 - arc);
            })
        .toList();
  }

  private static Outcome compare(RoadTrack track, List<Integer> found) {
    var open = new HashMap<Integer, Integer>();
    double trueMeters = 0;
    for (int arc : track.route()) {
      open.merge(arc, 1, Integer::sum);
      trueMeters += meters(track, arc);
    }
    double added = 0;
    for (int arc : found) {
      if (open.getOrDefault(arc, 0) > 0) {
        open.merge(arc, -1, Integer::sum);
      } else {
        added += meters(track, arc < 0 ? -1 - arc : arc);
      }
    }
    double missed = 0;
    for (var entry : open.entrySet()) {
      missed += entry.getValue() * meters(track, entry.getKey());
    }
    return new Outcome(track.name(), track.fixes().size(), trueMeters, missed, added);
  }

  private static double meters(RoadTrack track, int arc) {
    var from = track.nodes().get(track.arcs().get(arc)[0]);
    var to = track.nodes().get(track.arcs().get(arc)[1]);
    return Geodesy.distanceMeters(from[1], from[0], to[1], to[0]);
  }
}
