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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tracks with known ways, matched to roads. */
public final class MatchingBench implements Bench {

  /** What can be run alone. */
  public enum Part {
    /** Kubicka's tracks. */
    TRACKS,
    /** Itinero's rides and GraphHopper's tracks. */
    RIDES,
    /** Simulated drives. */
    DRIVES,
    /** Processor's time beside GraphHopper's. */
    SPEED
  }

  private static final List<String> NOTES =
      List.of(
          "Kubicka's tracks: correct is the share of the driven arcs' length that was found;"
              + " mismatch is what was missed or added, by the driven length.",
          "Itinero's rides: the share of the expected line that lies within 10 m of the matched"
              + " one, and the other way round; 8 and 9 are real rides, the others drawn by hand."
              + " No times are told; a fix each 5 s is assumed.",
          "Drives: the quickest way by a driver's own idea of speeds; errors wander with a"
              + " memory of 30 s; speed and course are as far off as those of MobilityNet's phones,"
              + " or not told at all.",
          "The parameters were tuned on Kubicka's tracks 0 to 29 and on the first 20 drives of"
              + " each extract; the other 20 were not looked at for it.",
          "Beside GraphHopper: metres on each way of OpenStreetMap, whatever the direction, missed"
              + " and added. The median, for on most drives GraphHopper makes loops of many"
              + " kilometres: it does not pass barriers and private roads, which some drives do,"
              + " and it takes each error for a way that was driven.",
          "Speed: processor's time of the matching thread, after three rounds to warm up.");

  private final Path datasets;
  private final Set<Part> parts;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folders of tracks and {@code osm-extracts}
   * @param parts those to run
   */
  public MatchingBench(Path datasets, Set<Part> parts) {
    this.datasets = datasets;
    this.parts = EnumSet.copyOf(parts);
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
    for (var part : parts) {
      switch (part) {
        case TRACKS -> tables.add(kubicka(scratch, goals));
        case RIDES -> {
          var rides = new RidePart(datasets, scratch);
          tables.add(rides.itinero(goals));
          tables.add(rides.tracks(goals));
        }
        case DRIVES -> tables.addAll(new DrivePart(extracts(scratch), scratch).tables(goals));
        case SPEED ->
            tables.add(
                SpeedPart.table(Extract.load(datasets, "heidelberg", scratch), scratch, goals));
      }
    }
    tables.addFirst(Goal.table(goals));
    return new Report(name(), tables, NOTES);
  }

  private List<Extract> extracts(Path scratch) throws IOException {
    var extracts = new ArrayList<Extract>();
    for (var name : List.of("oslo-east-filtered", "heidelberg", "porto")) {
      extracts.add(Extract.load(datasets, name, scratch));
    }
    return extracts;
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
    var unpacked = scratch.resolve("tracks");
    try (var files = Files.list(folder)) {
      for (var archive : files.filter(file -> file.toString().endsWith(".tar.xz")).toList()) {
        Archives.unpack(archive, unpacked);
      }
    }
    try (var folders = Files.list(unpacked)) {
      return folders.sorted().toList();
    }
  }
}
