package io.sensorium.benchmarks.smoothing;

import io.sensorium.benchmarks.mobilitynet.ReferencedWay;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares raw fixes, straight lines through neighbours, and the smoother, with the truth. */
public final class SmoothingBench implements Bench {

  private final Path datasets;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folder {@code mobilitynet}
   */
  public SmoothingBench(Path datasets) {
    this.datasets = datasets;
  }

  @Override
  public String name() {
    return "smoothing";
  }

  @Override
  public String purpose() {
    return "positions, speeds and lengths of raw and smoothed fixes beside the truth";
  }

  @Override
  public Report run() throws IOException {
    var tables = new ArrayList<Table>();
    tables.add(Goal.table(goals()));
    for (var velocity : Setting.Velocity.values()) {
      tables.add(SimulatedPart.table(velocity));
    }
    tables.add(SimulatedPart.openTable());
    tables.add(RecordedPart.table(ReferencedWay.list(datasets)));
    return new Report(
        name(),
        tables,
        List.of(
            "Root of the mean square, over 6 rides by each of 5 modes with seeds of their own.",
            "A wandering error is 0.97 sigma with a memory of 30 s, and 0.24 sigma of white noise.",
            "Length: mean over the rides of how much a length is wrong, in percent of the true one.",
            "All methods are given the fixes that cleaning leaves."));
  }

  private static List<Goal> goals() {
    return List.of(
        goal("white, 10 m, a fix per s", new Setting(false, 1, 10, Setting.Velocity.NONE)),
        goal(
            "wandering, 10 m, a fix per s, with speed and course",
            new Setting(true, 1, 10, Setting.Velocity.SPEED_AND_COURSE)));
  }

  private static Goal goal(String what, Setting setting) {
    var errors = SimulatedPart.compare(setting);
    double reduction = 100 * (1 - errors.smooth().meters() / errors.raw().meters());
    return Goal.atLeast("error of positions reduced: " + what, 40, reduction, " %");
  }
}
