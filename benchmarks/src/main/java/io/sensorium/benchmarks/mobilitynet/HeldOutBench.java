package io.sensorium.benchmarks.mobilitynet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.sensorium.benchmarks.metrics.Bootstrap;
import io.sensorium.benchmarks.metrics.ModeSteps;
import io.sensorium.benchmarks.modes.ModeLearner;
import io.sensorium.benchmarks.modes.ShippedModels;
import io.sensorium.benchmarks.modes.TripRows;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.benchmarks.surroundings.SurroundingsLearner;
import io.sensorium.benchmarks.timeline.ModeClass;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Learns the models of modes from all runs but those of one route, or of one day, and lets a server
 * with these models judge the runs left out; once for each route and day.
 */
public final class HeldOutBench implements Bench {

  /** Which classes are taken as one. */
  private enum Merging implements UnaryOperator<ModeClass> {
    FIVE,
    BUS_AND_CAR,
    WALK_BIKE_MOTOR;

    @Override
    public ModeClass apply(ModeClass mode) {
      return switch (this) {
        case FIVE -> mode;
        case BUS_AND_CAR -> mode == ModeClass.BUS ? ModeClass.CAR : mode;
        case WALK_BIKE_MOTOR ->
            mode == ModeClass.BUS || mode == ModeClass.RAIL ? ModeClass.CAR : mode;
      };
    }
  }

  private final Launcher launcher;
  private final Path datasets;
  private final PrintStream progress;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folder {@code mobilitynet}
   */
  public HeldOutBench(Launcher launcher, Path datasets, PrintStream progress) {
    this.launcher = launcher;
    this.datasets = datasets;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "modes";
  }

  @Override
  public String purpose() {
    return "modes on routes and days of MobilityNet that the models have not learned from";
  }

  private record Held(String what, List<RunResult> all, List<RunResult> fixesOnly) {}

  @Override
  public Report run() throws IOException, InterruptedException {
    var recorded = MobilityNet.read(datasets);
    var learner = ModeLearner.create();
    var rows = new HashMap<PhoneRun, List<TripRows>>();
    var random = new Random(5);
    for (var run : recorded.runs()) {
      LabelledRuns.find(run, recorded.truth())
          .ifPresent(trip -> rows.put(run, TripRows.listOf(trip, random)));
    }
    var routes = held(recorded, learner, rows, PhoneRun::route);
    var days = held(recorded, learner, rows, run -> run.day().toString());
    return report(routes, days);
  }

  private List<Held> held(
      MobilityNet recorded,
      ModeLearner learner,
      Map<PhoneRun, List<TripRows>> rows,
      Function<PhoneRun, String> group)
      throws IOException, InterruptedException {
    var groups = rows.keySet().stream().collect(groupingBy(group, TreeMap::new, toList()));
    var held = new ArrayList<Held>();
    try (var bar = new Progress(progress, "Modes held out", 2L * rows.size())) {
      for (var one : groups.entrySet()) {
        var others =
            recorded.runs().stream()
                .filter(run -> !group.apply(run).equals(one.getKey()))
                .flatMap(run -> rows.getOrDefault(run, List.of()).stream())
                .toList();
        held.add(judge(one.getKey(), learner.learn(others), one.getValue(), recorded, bar));
      }
    }
    return held;
  }

  private Held judge(
      String what,
      Map<String, String> models,
      List<PhoneRun> runs,
      MobilityNet recorded,
      Progress bar)
      throws IOException, InterruptedException {
    try (var folder = DataDirectory.create();
        var data = DataDirectory.create()) {
      for (var model : models.entrySet()) {
        Files.writeString(folder.path().resolve(model.getKey()), model.getValue());
      }
      var file = SurroundingsLearner.FILE; // of which nothing is learned from recordings
      Files.writeString(folder.path().resolve(file), ShippedModels.text(file));
      var settings = Map.of("engine.modeModels", folder.path().toString());
      try (var server = launcher.serve(data, settings)) {
        var truth = recorded.truth();
        return new Held(
            what,
            ServedRuns.results(server, runs, truth, ServedRuns.Streams.ALL, bar),
            ServedRuns.results(server, runs, truth, ServedRuns.Streams.FIXES_ONLY, bar));
      }
    }
  }

  private Report report(List<Held> routes, List<Held> days) {
    var byRoute = results(routes, Held::all);
    var byDay = results(days, Held::all);
    var goals =
        List.of(
            goal("a route left out: walk, bike, motor", 0.91, byRoute, Merging.WALK_BIKE_MOTOR),
            goal("a route left out: bus and car merged", 0.78, byRoute, Merging.BUS_AND_CAR),
            goal("a route left out: five classes", 0.62, byRoute, Merging.FIVE),
            goal("a day left out: five classes", 0.92, byDay, Merging.FIVE),
            goal(
                "a day left out, fixes only: five classes",
                0.85,
                results(days, Held::fixesOnly),
                Merging.FIVE));
    var tables =
        List.of(
            Goal.table(goals),
            table("What was left out; all that the phones recorded", routes, days, Held::all),
            table("The same from fixes alone", routes, days, Held::fixesOnly),
            MobilityNetTables.confusion("Routes left out: what is said of each class", byRoute),
            MobilityNetTables.confusion("Days left out: what is said of each class", byDay),
            BikeSteps.table("Routes left out: what is said of rides taken for BIKE", byRoute),
            BikeSteps.table("Days left out: what is said of rides taken for BIKE", byDay));
    var notes =
        List.of(
            "Steps in no trip (the column none) count as wrong.",
            "Rail is on one route only: when that is left out, rail is known from simulation alone.");
    return new Report(name(), tables, notes);
  }

  private static List<RunResult> results(List<Held> held, Function<Held, List<RunResult>> part) {
    return held.stream().flatMap(one -> part.apply(one).stream()).toList();
  }

  private static ModeSteps steps(List<RunResult> results) {
    return ModeSteps.sum(results.stream().map(RunResult::modes).toList());
  }

  private static Goal goal(String what, double least, List<RunResult> results, Merging merged) {
    return Goal.atLeast(what, least, steps(results).agreement(merged), "");
  }

  private static Table table(
      String title, List<Held> routes, List<Held> days, Function<Held, List<RunResult>> part) {
    var columns =
        List.of("left out", "steps", "walk, bike, motor", "bus and car merged", "five classes");
    var rows = new ArrayList<List<String>>();
    routes.forEach(one -> rows.add(row(one.what(), part.apply(one))));
    rows.add(row("each route", results(routes, part)));
    rows.add(row("each day", results(days, part)));
    return new Table(title, columns, rows);
  }

  private static List<String> row(String what, List<RunResult> results) {
    return List.of(
        what,
        Figures.count(steps(results).steps()),
        cell(results, Merging.WALK_BIKE_MOTOR),
        cell(results, Merging.BUS_AND_CAR),
        cell(results, Merging.FIVE));
  }

  private static String cell(List<RunResult> results, Merging merged) {
    var days = results.stream().collect(groupingBy(one -> one.run().day(), TreeMap::new, toList()));
    var range =
        Bootstrap.byDay(
            List.copyOf(days.values()),
            drawn -> steps(drawn.stream().flatMap(List::stream).toList()).agreement(merged));
    return "%s (%s - %s)"
        .formatted(
            Figures.decimals(steps(results).agreement(merged), 3),
            Figures.decimals(range.low(), 3),
            Figures.decimals(range.high(), 3));
  }
}
