package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.benchmarks.modes.ModeLearner;
import io.sensorium.benchmarks.modes.TripRows;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.benchmarks.surroundings.SurroundingsLearner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Learns the models that are shipped, and writes them to where the build takes them from. */
public final class LearnBench implements Bench {

  private final Launcher launcher;
  private final Path datasets;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folders {@code mobilitynet} and {@code osm-extracts}
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
    var learner = ModeLearner.create();
    var models = new HashMap<>(learner.learn(rows));
    try (var scratch = DataDirectory.create()) {
      models.put(SurroundingsLearner.FILE, SurroundingsLearner.learn(datasets, scratch.path()));
    }
    for (var file : models.entrySet()) {
      Files.writeString(launcher.modelsFolder().resolve(file.getKey()), file.getValue());
    }
    var report =
        new Report(
            name(),
            List.of(
                rowsTable(learner.counts(rows)),
                new Table(
                    "Models, version " + ModeModel.of(name -> text(models, name)).version(),
                    List.of("file", "bytes", "learned with"),
                    ModeModel.FILES.stream().map(file -> row(file, text(models, file))).toList())),
            List.of(
                "Real: %d recordings of MobilityNet, each four times: with what the phone recognised, without it, and with fixes left out."
                    .formatted(rows.size() / TripRows.VARIANTS),
                "Simulated: %d random trips; a step of theirs counts %s of a real one, a ride %s."
                    .formatted(
                        ModeLearner.SIMULATED_TRIPS,
                        ModeLearner.SIMULATED_STEP_WEIGHT,
                        ModeLearner.SIMULATED_RIDE_WEIGHT),
                "How well they do on ways that they have not learned from: the benchmark modes."));
    var markdown = report.markdown("Written by `./sensorium bench learn`.");
    Files.writeString(launcher.modelsFolder().resolve("training.md"), "##" + markdown.substring(3));
    return report;
  }

  private static String text(Map<String, String> models, String file) {
    return Objects.requireNonNull(models.get(file), file);
  }

  private static List<String> row(String file, String text) {
    long bytes = text.getBytes(StandardCharsets.UTF_8).length;
    var settings =
        file.equals(SurroundingsLearner.FILE)
            ? SurroundingsLearner.settings()
            : ModeLearner.settings(file);
    return List.of(file, Figures.count(bytes), settings);
  }

  private static Table rowsTable(List<ModeLearner.Count> counts) {
    return new Table(
        "Rows learned from",
        List.of("model", "class", "real", "simulated"),
        counts.stream()
            .map(
                count ->
                    List.of(
                        count.file(),
                        count.name(),
                        Figures.count(count.real()),
                        Figures.count(count.simulated())))
            .toList());
  }
}
