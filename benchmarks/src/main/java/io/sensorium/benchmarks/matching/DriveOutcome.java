package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.MatchedTrack;
import io.sensorium.atlas.matching.PartSink;
import io.sensorium.atlas.roads.RoadGraph;
import java.util.HashMap;
import java.util.Map;

/**
 * How a matched way compares with the true one.
 *
 * @param trueMeters length of the true way
 * @param wrongMeters what was missed, and what was added
 * @param rightClassMeters of the true way, where the class of the road is right
 */
record DriveOutcome(double trueMeters, double wrongMeters, double rightClassMeters) {

  static final DriveOutcome NONE = new DriveOutcome(0, 0, 0);

  static DriveOutcome of(RoadGraph graph, DrivenRoute route, MatchedTrack matched) {
    Map<Integer, Double> open = new HashMap<>();
    double trueMeters = 0;
    for (int edge : route.edges()) {
      open.merge(edge, graph.lengthMeters(edge), Double::sum);
      trueMeters += graph.lengthMeters(edge);
    }
    var found = new HashMap<Integer, Double>();
    matched.forEachPart(
        graph,
        new PartSink() {
          @Override
          public void onRoad(int step, int directed, double fromMeters, double toMeters) {
            found.merge(directed, toMeters - fromMeters, Double::sum);
          }

          @Override
          public void offRoad(int step) {
            // counts as missed
          }
        });
    double missed = 0;
    double added = 0;
    var missedByClass = new HashMap<String, Double>();
    var addedByClass = new HashMap<String, Double>();
    for (var entry : open.entrySet()) {
      double lacks = Math.max(0, entry.getValue() - found.getOrDefault(entry.getKey(), 0.0));
      missed += lacks;
      missedByClass.merge(graph.roadClass(entry.getKey()).name(), lacks, Double::sum);
    }
    for (var entry : found.entrySet()) {
      double more = Math.max(0, entry.getValue() - open.getOrDefault(entry.getKey(), 0.0));
      added += more;
      addedByClass.merge(graph.roadClass(entry.getKey()).name(), more, Double::sum);
    }
    double wrongClass = 0;
    for (var entry : missedByClass.entrySet()) {
      wrongClass +=
          Math.max(0, entry.getValue() - addedByClass.getOrDefault(entry.getKey(), 0.0));
    }
    return new DriveOutcome(trueMeters, missed + added, trueMeters - wrongClass);
  }

  DriveOutcome plus(DriveOutcome other) {
    return new DriveOutcome(
        trueMeters + other.trueMeters,
        wrongMeters + other.wrongMeters,
        rightClassMeters + other.rightClassMeters);
  }

  double mismatchPercent() {
    return 100 * wrongMeters / trueMeters;
  }

  double rightClassPercent() {
    return 100 * rightClassMeters / trueMeters;
  }
}
