package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Uploads each run of each phone of MobilityNet as a user of its own, and compares the timelines
 * with what the carrier pressed.
 */
public final class MobilityNetBench implements Bench {

  private static final double OPENPATH_WITH_TRANSIT = 0.719;

  private final Launcher launcher;
  private final Path datasets;
  private final PrintStream progress;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folder {@code mobilitynet}
   */
  public MobilityNetBench(Launcher launcher, Path datasets, PrintStream progress) {
    this.launcher = launcher;
    this.datasets = datasets;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "mobilitynet";
  }

  @Override
  public String purpose() {
    return "accuracy on the real phones of MobilityNet: modes, trips, false trips at night";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    var recorded = MobilityNet.read(datasets);
    try (var data = DataDirectory.create();
        var server = launcher.serve(data);
        var bar = new Progress(progress, "MobilityNet", recorded.runs().size())) {
      return report(
          ServedRuns.results(
              server, recorded.runs(), recorded.truth(), ServedRuns.Streams.ALL, bar));
    }
  }

  private Report report(List<RunResult> results) {
    int falseTrips = results.stream().mapToInt(RunResult::falseTrips).sum();
    var trips = Counts.sum(results.stream().map(RunResult::within5Minutes).toList());
    var goals =
        List.of(
            Goal.atMost("false trips in nights of lying still", 0, falseTrips, ""),
            Goal.atLeast("trips, start and end within 5 minutes: F1", 0.82, trips.f1(), ""));
    int fixes = results.stream().mapToInt(RunResult::fixes).sum();
    var notes = new ArrayList<String>();
    notes.add(
        "%d runs with %s raw fixes; runs with 20 fixes or fewer count for the nights only."
            .formatted(results.size(), Figures.count(fixes)));
    notes.add(
        "The models that are shipped have learned from these runs, so the modes here tell how well"
            + " they were learned; what to expect of other ways is in the benchmark modes.");
    notes.add(
        "For comparison, on these runs: OpenPATH with OpenStreetMap transit %.3f, without 0.370."
            .formatted(OPENPATH_WITH_TRANSIT));
    results.stream()
        .filter(result -> result.falseTrips() > 0)
        .map(result -> "False trips: " + result.run().phone() + " " + result.run().day())
        .forEach(notes::add);
    var tables =
        Stream.concat(Stream.of(Goal.table(goals)), MobilityNetTables.of(results).stream())
            .toList();
    return new Report(name(), List.<Table>copyOf(tables), notes);
  }
}
