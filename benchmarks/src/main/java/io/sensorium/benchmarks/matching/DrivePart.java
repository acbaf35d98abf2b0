package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.MatchSettings;
import io.sensorium.atlas.matching.Matcher;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Matches drives that are simulated over extracts of the map. */
final class DrivePart {

  private static final long SEED = 5;
  private static final double LEAST_METERS = 3_000;
  private static final double MOST_METERS = 12_000;
  private static final int[] EVERY_SECONDS = {1, 10, 30, 60};
  private static final double[] SIGMAS = {5, 10, 20};

  private final List<Extract> extracts;
  private final List<List<SimulatedDrive>> drives = new ArrayList<>();

  DrivePart(List<Extract> extracts, int drivesEach) {
    this.extracts = extracts;
    for (var extract : extracts) {
      drives.add(list(extract.graph(), drivesEach, LEAST_METERS, MOST_METERS));
    }
  }

  /** Simulated drives of some length. */
  static List<SimulatedDrive> list(
      RoadGraph graph, int count, double leastMeters, double mostMeters) {
    var random = new Random(SEED);
    var found = new ArrayList<SimulatedDrive>();
    while (found.size() < count) {
      DrivenRoute.find(graph, random, leastMeters, mostMeters)
          .ifPresent(route -> found.add(new SimulatedDrive(graph, route, random)));
    }
    return found;
  }

  private DriveOutcome outcome(int extract, double sigmaMeters, int everySeconds) {
    var graph = extracts.get(extract).graph();
    var outcome = DriveOutcome.NONE;
    for (int i = 0; i < drives.get(extract).size(); i++) {
      var drive = drives.get(extract).get(i);
      var fixes = drive.fixes(sigmaMeters, everySeconds, new Random(i));
      var matched = new Matcher(graph, Travel.CAR, fixes, MatchSettings.DEFAULT).match();
      outcome = outcome.plus(DriveOutcome.of(graph, drive.route(), matched));
    }
    return outcome;
  }

  private static double mostMismatchPercent(int everySeconds) {
    return everySeconds <= 10 ? 1 : everySeconds == 30 ? 3 : 8;
  }

  /** One row for each error and spacing; adds what is asked. */
  Table table(List<Goal> goals) {
    var rows = new ArrayList<List<String>>();
    for (double sigma : SIGMAS) {
      for (int every : EVERY_SECONDS) {
        var all = DriveOutcome.NONE;
        var row = new ArrayList<String>(List.of(Figures.decimals(sigma, 0), every + " s"));
        for (int extract = 0; extract < extracts.size(); extract++) {
          var outcome = outcome(extract, sigma, every);
          all = all.plus(outcome);
          row.add(Figures.decimals(outcome.mismatchPercent(), 2));
        }
        row.add(Figures.decimals(all.mismatchPercent(), 2));
        row.add(Figures.decimals(all.rightClassPercent(), 2));
        row.add(Figures.decimals(all.rightLimitPercent(), 2));
        rows.add(row);
        addGoals(goals, sigma, every, all);
      }
    }
    var head = new ArrayList<String>(List.of("sigma, m", "a fix each"));
    extracts.forEach(extract -> head.add(extract.name()));
    head.addAll(List.of("all: mismatch, %", "class right, %", "limit right, %"));
    return new Table("Drives: route mismatch in % of the true length", head, rows);
  }

  private static void addGoals(List<Goal> goals, double sigma, int every, DriveOutcome all) {
    var what = "sigma " + Figures.decimals(sigma, 0) + " m, a fix each " + every + " s: ";
    goals.add(
        Goal.atMost(what + "mismatch", mostMismatchPercent(every), all.mismatchPercent(), " %"));
    if (every == 1) {
      goals.add(Goal.atLeast(what + "class right", 98, all.rightClassPercent(), " %"));
      goals.add(Goal.atLeast(what + "limit right, of signed", 97, all.rightLimitPercent(), " %"));
    }
  }
}
