package io.sensorium.benchmarks.mobilitynet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.sensorium.benchmarks.metrics.Bootstrap;
import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.metrics.ModeSteps;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.benchmarks.timeline.ModeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Shows the results of all runs: by phone, by how the phones were set, and in total. */
final class MobilityNetTables {

  private static final String TOTAL = "all";

  private MobilityNetTables() {}

  private record Group(String name, List<RunResult> runs) {

    Counts sum(Function<RunResult, Counts> part) {
      return Counts.sum(runs.stream().map(part).toList());
    }

    ModeSteps modes() {
      return modes(runs);
    }

    static ModeSteps modes(List<RunResult> runs) {
      return ModeSteps.sum(runs.stream().map(RunResult::modes).toList());
    }

    /** The figure's 95 % interval over the days of the runs that count for it. */
    String range(Function<RunResult, Integer> weight, ToDoubleFunction<List<RunResult>> figure) {
      var days =
          runs.stream()
              .filter(result -> weight.apply(result) > 0)
              .collect(groupingBy(result -> result.run().day(), TreeMap::new, toList()));
      var range =
          Bootstrap.byDay(
              List.copyOf(days.values()),
              drawn -> figure.applyAsDouble(drawn.stream().flatMap(List::stream).toList()));
      return Figures.decimals(range.low(), 3) + " - " + Figures.decimals(range.high(), 3);
    }
  }

  static List<Table> of(List<RunResult> results) {
    return List.of(
        modes(results),
        trips(results),
        confusion("What is said of each true class, as shares of its steps", results),
        nights(results));
  }

  private static List<Group> groups(List<RunResult> results) {
    var groups = new ArrayList<Group>();
    groups.addAll(by(results, result -> result.run().phone()));
    groups.addAll(by(results, result -> result.run().setting()));
    groups.add(new Group(TOTAL, results));
    return groups;
  }

  private static List<Group> by(List<RunResult> results, Function<RunResult, String> name) {
    var runs = results.stream().collect(groupingBy(name, TreeMap::new, toList()));
    return runs.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  private static Table modes(List<RunResult> results) {
    var columns = List.of("phones", "runs", "steps", "agreement", "95 % by day");
    var rows = groups(results).stream().map(MobilityNetTables::modesRow).toList();
    return new Table("Mode agreement over moving legs, 5 classes, 5-second steps", columns, rows);
  }

  private static List<String> modesRow(Group group) {
    var modes = group.modes();
    return List.of(
        group.name(),
        Figures.count(group.runs().stream().filter(r -> r.modes().steps() > 0).count()),
        Figures.count(modes.steps()),
        Figures.decimals(modes.agreement(), 3),
        group.range(r -> r.modes().steps(), runs -> Group.modes(runs).agreement()));
  }

  private static Table trips(List<RunResult> results) {
    var columns =
        List.of(
            "phones",
            "true",
            "found",
            "precision 2 min",
            "recall 2 min",
            "F1 2 min",
            "95 % by day",
            "precision 5 min",
            "recall 5 min",
            "F1 5 min");
    var rows = groups(results).stream().map(MobilityNetTables::tripsRow).toList();
    return new Table("Trips whose start and end are found", columns, rows);
  }

  private static List<String> tripsRow(Group group) {
    var within2 = group.sum(RunResult::within2Minutes);
    var within5 = group.sum(RunResult::within5Minutes);
    return List.of(
        group.name(),
        Figures.count(within2.truth()),
        Figures.count(within2.found()),
        Figures.decimals(within2.precision(), 3),
        Figures.decimals(within2.recall(), 3),
        Figures.decimals(within2.f1(), 3),
        group.range(
            r -> r.within2Minutes().truth(),
            runs -> Counts.sum(runs.stream().map(RunResult::within2Minutes).toList()).f1()),
        Figures.decimals(within5.precision(), 3),
        Figures.decimals(within5.recall(), 3),
        Figures.decimals(within5.f1(), 3));
  }

  /** Rows are true classes; shares of their steps. */
  static Table confusion(String title, List<RunResult> results) {
    var modes = new Group(TOTAL, results).modes();
    var columns =
        Stream.of(
                Stream.of("true"),
                Stream.of(ModeClass.values()).map(Enum::name),
                Stream.of("none", "steps"))
            .flatMap(Function.identity())
            .toList();
    var rows =
        Stream.of(ModeClass.values())
            .filter(truth -> modes.steps(truth) > 0)
            .map(truth -> confusionRow(truth, modes))
            .toList();
    return new Table(title, columns, rows);
  }

  private static List<String> confusionRow(ModeClass truth, ModeSteps modes) {
    double steps = modes.steps(truth);
    var row = new ArrayList<>(List.of(truth.name()));
    for (var seen : ModeClass.values()) {
      row.add(Figures.decimals(modes.count(truth, seen) / steps, 3));
    }
    row.add(Figures.decimals(modes.missed(truth) / steps, 3));
    row.add(Figures.count(modes.steps(truth)));
    return row;
  }

  private static Table nights(List<RunResult> results) {
    var nights = results.stream().filter(result -> result.run().isStationary()).toList();
    var rows = new ArrayList<List<String>>();
    for (var group : groups(nights)) {
      var seen = group.runs().stream().map(RunResult::falseTrips).toList();
      rows.add(
          List.of(
              group.name(),
              Figures.count(seen.size()),
              Figures.count(seen.stream().mapToInt(Integer::intValue).sum()),
              Figures.count(seen.stream().filter(trips -> trips > 0).count())));
    }
    return new Table(
        "Nights of lying still",
        List.of("phones", "nights", "false trips", "nights with any"),
        rows);
  }
}
