package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.FixColumns;
import io.sensorium.atlas.matching.MatchSettings;
import io.sensorium.atlas.matching.Matcher;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Table;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/** Matches the same tracks with this matcher and with GraphHopper's, in one thread. */
final class SpeedPart {

  private static final DrivePhone PHONE = new DrivePhone(10, 1, true);
  private static final int TRIPS = 20;
  private static final int ROUNDS = 4;
  private static final double LEAST_METERS = 25_000;
  private static final double MOST_METERS = 40_000;
  private static final int HOUR_FIXES = 3_600;

  /**
   * What one matcher needed.
   *
   * @param fixesPerCpuSecond in the last round
   * @param tripMillis processor's time of each trip of the last round, by an hour of fixes
   * @param failed tracks that it gave no answer for
   */
  private record Figure(double fixesPerCpuSecond, List<Double> tripMillis, int failed) {

    Figure {
      tripMillis = List.copyOf(tripMillis);
    }

    double p99() {
      return tripMillis.get((int) (tripMillis.size() * 0.99));
    }
  }

  private SpeedPart() {}

  static Table table(Extract extract, Path scratch, List<Goal> goals) {
    var tracks = new ArrayList<FixColumns>();
    var drives = DrivePart.list(extract.graph(), TRIPS, LEAST_METERS, MOST_METERS);
    for (int i = 0; i < drives.size(); i++) {
      tracks.add(PHONE.fixes(drives.get(i), i));
    }
    var ours =
        measure(
            tracks,
            fixes ->
                new Matcher(extract.graph(), Travel.CAR, fixes, MatchSettings.DEFAULT)
                    .match()
                    .size());
    var theirs = measure(tracks, graphHopper(extract, scratch));
    goals.add(Goal.atLeast("fixes per CPU-second at 1 s", 36_000, ours.fixesPerCpuSecond, ""));
    goals.add(
        Goal.atLeast(
            "times as fast as GraphHopper's MapMatching",
            2,
            ours.fixesPerCpuSecond / theirs.fixesPerCpuSecond,
            ""));
    goals.add(Goal.atMost("an hour of fixes, 99th percentile", 50, ours.p99(), " ms"));
    return new Table(
        "Speed: " + extract.name() + ", " + PHONE,
        List.of("matcher", "fixes/CPU-s", "ms for an hour: p50", "p99", "tracks without answer"),
        List.of(row("Sensorium", ours), row("GraphHopper 10.2", theirs)));
  }

  private static List<String> row(String name, Figure figure) {
    return List.of(
        name,
        Figures.count(Math.round(figure.fixesPerCpuSecond)),
        Figures.decimals(figure.tripMillis.get(figure.tripMillis.size() / 2), 1),
        Figures.decimals(figure.p99(), 1),
        Integer.toString(figure.failed));
  }

  private static Figure measure(List<FixColumns> tracks, ToIntFunction<FixColumns> matcher) {
    var threads = ManagementFactory.getThreadMXBean();
    Figure figure = new Figure(0, List.of(0.0), 0);
    for (int round = 0; round < ROUNDS; round++) {
      long fixes = 0;
      long allNanos = 0;
      int failed = 0;
      var millis = new ArrayList<Double>();
      for (int i = 0; i < tracks.size(); i++) {
        long start = threads.getCurrentThreadCpuTime();
        failed += matcher.applyAsInt(tracks.get(i)) == 0 ? 1 : 0;
        long nanos = threads.getCurrentThreadCpuTime() - start;
        allNanos += nanos;
        fixes += tracks.get(i).size();
        millis.add(nanos * 1e-6 * HOUR_FIXES / tracks.get(i).size());
      }
      Collections.sort(millis);
      figure = new Figure(fixes / (allNanos * 1e-9), millis, failed);
    }
    return figure;
  }

  private static ToIntFunction<FixColumns> graphHopper(Extract extract, Path scratch) {
    var peer =
        new GraphHopperMatcher(
            extract.file(),
            scratch.resolve("graphhopper"),
            "car",
            GraphHopperMatcher.USUAL_NETWORK_EDGES);
    return fixes ->
        peer.match(fixes, PHONE.sigmaMeters())
            .map(result -> result.getEdgeMatches().size())
            .orElse(0);
  }
}
