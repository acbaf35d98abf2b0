package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.signals.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What late facts cost a person of whom a month, or a year, is stored. */
final class LatePart {

  static final List<Duration> LENGTHS = List.of(Duration.ofDays(30), Duration.ofDays(365));

  private static final long SEED = 1;

  /** The work that one kind of late facts made. */
  record Cost(String what, double foldedFixes, double derivedTrips, double engineMillis) {}

  private LatePart() {}

  static List<Cost> measure(Launcher launcher, Duration length, Progress bar)
      throws IOException, InterruptedException {
    var facts = LateFacts.of(SEED, length);
    try (var data = DataDirectory.create();
        var server = launcher.serve(data, Load.AT_ONCE);
        var operator = Operator.of(server)) {
      var phone = operator.enrol();
      int number = 0;
      for (var piece : facts.history()) {
        phone.upload(Body.of("history-" + number++, piece));
      }
      operator.awaitAnalysis();
      bar.advance();
      var costs = new ArrayList<Cost>();
      for (var late : facts.late().entrySet()) {
        costs.add(cost(server, operator, phone, late));
      }
      return costs;
    }
  }

  private static Cost cost(
      ServerProcess server, Operator operator, Phone phone, Map.Entry<String, Signals> late)
      throws IOException, InterruptedException {
    double folded = operator.metric("sensorium_engine_folded_fixes");
    double trips = operator.metric("sensorium_engine_derived_trips");
    double cpu = server.threads().cpuSeconds("engine");
    phone.upload(Body.of("late " + late.getKey(), late.getValue()));
    operator.awaitAnalysis();
    return new Cost(
        late.getKey() + ", " + Figures.count(late.getValue().fixes().size()) + " fixes",
        operator.metric("sensorium_engine_folded_fixes") - folded,
        operator.metric("sensorium_engine_derived_trips") - trips,
        1_000 * (server.threads().cpuSeconds("engine") - cpu));
  }

  static Table table(List<Cost> month, List<Cost> year) {
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < month.size(); i++) {
      rows.add(
          List.of(
              month.get(i).what(),
              Figures.decimals(month.get(i).foldedFixes(), 0),
              Figures.decimals(year.get(i).foldedFixes(), 0),
              Figures.decimals(month.get(i).derivedTrips(), 0),
              Figures.decimals(year.get(i).derivedTrips(), 0),
              Figures.decimals(month.get(i).engineMillis(), 1),
              Figures.decimals(year.get(i).engineMillis(), 1)));
    }
    return new Table(
        "Late facts, the same of a stored month and of a stored year",
        List.of(
            "late",
            "fixes folded, month",
            "year",
            "trips derived, month",
            "year",
            "engine ms, month",
            "year"),
        rows);
  }
}
