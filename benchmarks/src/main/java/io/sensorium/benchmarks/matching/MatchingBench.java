package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.MatchSettings;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tracks with known ways, matched to roads. */
public final class MatchingBench implements Bench {

  private static final int DRIVES_EACH = 40;

  private final Path datasets;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folders {@code kubicka} and {@code osm-extracts}
   */
  public MatchingBench(Path datasets) {
    this.datasets = datasets;
  }

  @Override
  public String name() {
    return "matching";
  }

  @Override
  public String purpose() {
    return "tracks matched to roads: real ones, simulated drives, and speed beside GraphHopper";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    var scratch = Files.createTempDirectory("sensorium-matching");
    var goals = new ArrayList<Goal>();
    var tables = new ArrayList<Table>();
    tables.add(kubicka(scratch, goals));
    var extracts = new ArrayList<Extract>();
    for (var name : List.of("oslo-east-filtered", "heidelberg", "porto")) {
      extracts.add(Extract.load(datasets, name, scratch));
    }
    tables.add(new DrivePart(extracts, DRIVES_EACH).table(goals));
    tables.add(SpeedPart.table(extracts.get(1), scratch, goals));
    tables.addFirst(Goal.table(goals));
    return new Report(
        name(),
        tables,
        List.of(
            "Kubicka's tracks: correct is the share of the driven arcs' length that was found;"
                + " mismatch is what was missed or added, by the driven length.",
            "Drives: the quickest way by a driver's own idea of speeds; errors wander with a"
                + " memory of 30 s; neither speed nor course is given to the matcher.",
            "The parameters were tuned on Kubicka's tracks 0 to 29 and on 20 drives of each"
                + " extract, half of those measured here.",
            "Speed: processor's time of the matching thread, after three rounds to warm up."));
  }

  private Table kubicka(Path scratch, List<Goal> goals) throws IOException, InterruptedException {
    var rows = new ArrayList<List<String>>();
    double correct = 0;
    double mismatch = 0;
    for (var folder : tracks(scratch)) {
      var outcome = KubickaPart.match(RoadTrack.read(folder), scratch, MatchSettings.DEFAULT);
      correct += 100 * outcome.correctRatio();
      mismatch += 100 * outcome.mismatchRatio();
      rows.add(
          List.of(
              outcome.name(),
              Figures.decimals(outcome.trueMeters() / 1_000, 1),
              Figures.decimals(100 * outcome.correctRatio(), 2),
              Figures.decimals(100 * outcome.mismatchRatio(), 2)));
    }
    int count = rows.size();
    goals.add(Goal.atLeast("Kubicka's tracks: mean correct fraction", 98.8, correct / count, " %"));
    rows.add(
        List.of(
            "mean",
            "",
            Figures.decimals(correct / count, 2),
            Figures.decimals(mismatch / count, 2)));
    return new Table("Kubicka's tracks", List.of("track", "km", "correct, %", "mismatch, %"), rows);
  }

  /** The folders of all tracks; archives are unpacked by the system's tar. */
  private List<Path> tracks(Path scratch) throws IOException, InterruptedException {
    var folder = datasets.resolve("kubicka");
    if (!Files.isDirectory(folder)) {
      throw new BenchException("there is no folder " + folder + "; see --datasets");
    }
    var unpacked = Files.createDirectories(scratch.resolve("tracks"));
    try (var files = Files.list(folder)) {
      for (var archive : files.filter(file -> file.toString().endsWith(".tar.xz")).toList()) {
        var tar =
            new ProcessBuilder("tar", "xJf", archive.toAbsolutePath().toString())
                .directory(unpacked.toFile())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
          throw new BenchException("tar cannot unpack " + archive);
        }
      }
    }
    try (var folders = Files.list(unpacked)) {
      return folders.sorted().toList();
    }
  }
}
