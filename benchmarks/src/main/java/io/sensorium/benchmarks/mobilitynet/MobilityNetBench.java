package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Uploads each run of each phone of MobilityNet as a user of its own, and compares the timelines
 * with what the carrier pressed.
 */
public final class MobilityNetBench implements Bench {

  private static final int ROWS_PER_BATCH = 10_000;
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
    var folder = datasets.resolve("mobilitynet");
    if (!Files.isDirectory(folder.resolve("runs"))) {
      throw new BenchException(
          "no MobilityNet data in " + folder + "; name its parent: --datasets");
    }
    var truth = GroundTruth.read(folder);
    var runs = list(folder.resolve("runs"));
    try (var data = DataDirectory.create();
        var server = launcher.serve(data);
        var operator = Operator.of(server)) {
      var uploaded = upload(runs, operator);
      operator.awaitAnalysis();
      return report(compare(uploaded, truth));
    }
  }

  private static List<PhoneRun> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(PhoneRun::isLocationFile).sorted().map(PhoneRun::of).toList();
    }
  }

  private record Uploaded(PhoneRun run, int fixes, Phone phone) {}

  private List<Uploaded> upload(List<PhoneRun> runs, Operator operator)
      throws IOException, InterruptedException {
    var uploaded = new ArrayList<Uploaded>();
    try (var bar = new Progress(progress, "MobilityNet: upload", runs.size())) {
      for (var run : runs) {
        var signals = RunSignals.read(run);
        var phone = operator.enrol();
        int number = 0;
        for (var batch : batches(signals)) {
          phone.upload(Body.of("batch-" + number++, batch));
        }
        uploaded.add(new Uploaded(run, signals.fixes().size(), phone));
        bar.advance();
      }
    }
    return uploaded;
  }

  /** Fixes and activity in batches of their own, no larger than the API takes. */
  private static List<Signals> batches(Signals signals) {
    var batches = new ArrayList<Signals>();
    var fixes = signals.fixes();
    for (int from = 0; from < fixes.size(); from += ROWS_PER_BATCH) {
      int to = Math.min(fixes.size(), from + ROWS_PER_BATCH);
      batches.add(Signals.ofFixes(fixes.slice(from, to)));
    }
    var activity = signals.activity();
    for (int from = 0; from < activity.size(); from += ROWS_PER_BATCH) {
      int to = Math.min(activity.size(), from + ROWS_PER_BATCH);
      var part = activity.subList(from, to);
      batches.add(new Signals(Signals.NONE.fixes(), List.of(), part, List.of(), List.of()));
    }
    return batches;
  }

  private List<RunResult> compare(List<Uploaded> uploaded, GroundTruth truth)
      throws IOException, InterruptedException {
    var results = new ArrayList<RunResult>();
    try (var bar = new Progress(progress, "MobilityNet: compare", uploaded.size())) {
      for (var one : uploaded) {
        var when = one.run().when();
        var seen =
            one.phone()
                .timeline(Micros.toInstant(when.startMicros()), Micros.toInstant(when.endMicros()));
        results.add(RunResult.of(one.run(), one.fixes(), seen, truth));
        bar.advance();
      }
    }
    return results;
  }

  private Report report(List<RunResult> results) {
    int falseTrips = results.stream().mapToInt(RunResult::falseTrips).sum();
    var goal = Goal.atMost("false trips in nights of lying still", 0, falseTrips, "");
    int fixes = results.stream().mapToInt(RunResult::fixes).sum();
    var notes = new ArrayList<String>();
    notes.add(
        "%d runs with %s raw fixes; runs with 20 fixes or fewer count for the nights only."
            .formatted(results.size(), Figures.count(fixes)));
    notes.add(
        "For comparison, on these runs: OpenPATH with OpenStreetMap transit %.3f, without 0.370."
            .formatted(OPENPATH_WITH_TRANSIT));
    results.stream()
        .filter(result -> result.falseTrips() > 0)
        .map(result -> "False trips: " + result.run().phone() + " " + result.run().day())
        .forEach(notes::add);
    var tables =
        Stream.concat(Stream.of(Goal.table(List.of(goal))), MobilityNetTables.of(results).stream())
            .toList();
    return new Report(name(), List.<Table>copyOf(tables), notes);
  }
}
