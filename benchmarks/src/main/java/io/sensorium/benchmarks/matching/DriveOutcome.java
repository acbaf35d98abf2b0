package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.limits.LimitSource;
import io.sensorium.atlas.matching.MatchedTrack;
import io.sensorium.atlas.matching.PartSink;
import io.sensorium.atlas.roads.RoadGraph;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * How a matched way compares with the true one.
 *
 * @param trueMeters length of the true way
 * @param wrongMeters what was missed, and what was added
 * @param wrongClassMeters of the true way, where the class of the road is wrong
 * @param signedMeters of the true way, where a sign tells the limit
 * @param wrongLimitMeters of those, where the limit is wrong
 */
record DriveOutcome(
    double trueMeters,
    double wrongMeters,
    double wrongClassMeters,
    double signedMeters,
    double wrongLimitMeters) {

  static final DriveOutcome NONE = new DriveOutcome(0, 0, 0, 0, 0);

  static DriveOutcome of(RoadGraph graph, DrivenRoute route, MatchedTrack matched) {
    var lacking = new HashMap<Integer, Double>();
    double trueMeters = 0;
    double signedMeters = 0;
    for (int edge : route.edges()) {
      double meters = graph.lengthMeters(edge);
      lacking.merge(edge, meters, Double::sum);
      trueMeters += meters;
      signedMeters += graph.limitSource(edge) == LimitSource.SIGNED ? meters : 0;
    }
    var found = found(graph, matched);
    var extra = new HashMap<Integer, Double>(found);
    lacking.forEach((edge, meters) -> extra.merge(edge, -meters, Double::sum));
    found.forEach((edge, meters) -> lacking.merge(edge, -meters, Double::sum));
    double wrong = 0;
    for (double meters : lacking.values()) {
      wrong += Math.abs(meters);
    }
    return new DriveOutcome(
        trueMeters,
        wrong,
        unlike(lacking, extra, _ -> true, graph::roadClass),
        signedMeters,
        unlike(
            lacking,
            extra,
            edge -> graph.limitSource(edge) == LimitSource.SIGNED,
            graph::limitCode));
  }

  private static Map<Integer, Double> found(RoadGraph graph, MatchedTrack matched) {
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
    return found;
  }

  /** Length that is lacking, and that nothing extra of the same kind makes up for. */
  private static double unlike(
      Map<Integer, Double> lacking,
      Map<Integer, Double> extra,
      IntPredicate counts,
      IntFunction<Object> kind) {
    var byKind = new HashMap<Object, Double>();
    lacking.forEach(
        (edge, meters) -> {
          if (meters > 0 && counts.test(edge)) {
            byKind.merge(kind.apply(edge), meters, Double::sum);
          }
        });
    extra.forEach(
        (edge, meters) -> {
          if (meters > 0) {
            byKind.computeIfPresent(kind.apply(edge), (_, open) -> Math.max(0, open - meters));
          }
        });
    return byKind.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  DriveOutcome plus(DriveOutcome other) {
    return new DriveOutcome(
        trueMeters + other.trueMeters,
        wrongMeters + other.wrongMeters,
        wrongClassMeters + other.wrongClassMeters,
        signedMeters + other.signedMeters,
        wrongLimitMeters + other.wrongLimitMeters);
  }

  double mismatchPercent() {
    return 100 * wrongMeters / trueMeters;
  }

  double rightClassPercent() {
    return 100 * (1 - wrongClassMeters / trueMeters);
  }

  /** Of the length with a sign. */
  double rightLimitPercent() {
    return 100 * (1 - wrongLimitMeters / signedMeters);
  }
}
