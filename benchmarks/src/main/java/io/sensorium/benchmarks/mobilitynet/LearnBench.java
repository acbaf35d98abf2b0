package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.benchmarks.modes.ModeLearner;
import io.sensorium.benchmarks.modes.TripRows;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Learns the models that are shipped, and writes them to where the build takes them from. */
public final class LearnBench implements Bench {

  private final Launcher launcher;
  private final Path datasets;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folder {@code mobilitynet}
   */
  public LearnBench(Launcher launcher, Path datasets) {
    this.launcher = launcher;
    this.datasets = datasets;
  }

  @Override
  public String name() {
    return "learn";
  }

  @Override
  public String purpose() {
    return "writes the models of modes anew, from all of MobilityNet and simulated trips";
  }

  @Override
  public boolean writesSources() {
    return true;
  }

  @Override
  public Report run() throws IOException {
    var recorded = MobilityNet.read(datasets);
    var random = new Random(5);
    var rows = new ArrayList<TripRows>();
    for (var run : recorded.runs()) {
      LabelledRuns.find(run, recorded.truth())
          .ifPresent(trip -> rows.addAll(TripRows.listOf(trip, random)));
    }
    var models = ModeLearner.create().learn(rows);
    var cells = new ArrayList<List<String>>();
    for (var file : ModeModel.FILES) {
      var text = models.get(file);
      Files.writeString(launcher.modelsFolder().resolve(file), text);
      long bytes = text.getBytes(StandardCharsets.UTF_8).length;
      cells.add(List.of(file, Figures.count(bytes)));
    }
    var version = ModeModel.of(models::get).version();
    return new Report(
        name(),
        List.of(new Table("Models, version " + version, List.of("file", "bytes"), cells)),
        List.of(
            "%d recordings, each with and without what the phone recognised; %d simulated trips."
                .formatted(rows.size() / 2, ModeLearner.SIMULATED_TRIPS)));
  }
}
