package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.FixColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A track of Kubicka's set with its network and the arcs that were driven.
 *
 * @param nodes longitude and latitude of each node, in degrees
 * @param arcs from node and to node of each directed arc
 * @param route the arcs that were driven, in order
 */
record RoadTrack(
    String name, List<double[]> nodes, List<int[]> arcs, FixColumns fixes, List<Integer> route) {

  static RoadTrack read(Path folder) throws IOException {
    var name = folder.getFileName().toString();
    var nodes = new ArrayList<double[]>();
    for (var words : lines(folder, name, "nodes")) {
      nodes.add(new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])});
    }
    var arcs = new ArrayList<int[]>();
    for (var words : lines(folder, name, "arcs")) {
      arcs.add(new int[] {Integer.parseInt(words[0]), Integer.parseInt(words[1])});
    }
    var rows = lines(folder, name, "track");
    var fixes = new FixColumns(rows.size());
    for (var words : rows) {
      fixes.add(
          Math.round(Double.parseDouble(words[2]) * 1e6),
          (int) Math.round(Double.parseDouble(words[1]) * 1e7),
          (int) Math.round(Double.parseDouble(words[0]) * 1e7),
          Double.NaN,
          Double.NaN,
          Double.NaN);
    }
    var route = new ArrayList<Integer>();
    for (var words : lines(folder, name, "route")) {
      route.add(Integer.valueOf(words[0]));
    }
    return new RoadTrack(name, nodes, arcs, fixes, route);
  }

  private static List<String[]> lines(Path folder, String name, String ending) throws IOException {
    return Files.readAllLines(folder.resolve(name + "." + ending)).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split("\\s+"))
        .toList();
  }

  /** The number of the arc the other way, for those that have one. */
  Map<Integer, Integer> reverses() {
    var byEnds = new HashMap<Long, Integer>();
    for (int arc = 0; arc < arcs.size(); arc++) {
      byEnds.put(((long) arcs.get(arc)[0] << 32) + arcs.get(arc)[1], arc);
    }
    var reverses = new HashMap<Integer, Integer>();
    for (int arc = 0; arc < arcs.size(); arc++) {
      var reverse = byEnds.get(((long) arcs.get(arc)[1] << 32) + arcs.get(arc)[0]);
      if (reverse != null) {
        reverses.put(arc, reverse);
      }
    }
    return reverses;
  }
}
