package io.sensorium.benchmarks.surroundings;

import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.benchmarks.modes.LabelledTrip;
import io.sensorium.benchmarks.modes.ShippedModels;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Vehicles of rides that are simulated over maps of real towns, told with and without the map. What
 * maps show of vehicles is learned from the other towns, once for each.
 */
public final class SurroundingsBench implements Bench {

  private static final int RIDES_EACH = 40;
  private static final long SEED = 20_000;
  private static final long STEP_MICROS = 5 * Micros.PER_SECOND;

  private final Path datasets;
  private final PrintStream progress;

  /**
   * Prepares a run.
   *
   * @param datasets the folder that holds the folder {@code osm-extracts}
   */
  public SurroundingsBench(Path datasets, PrintStream progress) {
    this.datasets = datasets;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "surroundings";
  }

  @Override
  public String purpose() {
    return "vehicles told with and without a map, in towns that were not learned from";
  }

  /** Steps of rides by one vehicle in one region, and at how many of them that was told. */
  private record Told(String region, TransportMode mode, int steps, int without, int with) {}

  @Override
  public Report run() throws IOException {
    var told = new ArrayList<Told>();
    try (var scratch = DataDirectory.create();
        var bar = new Progress(progress, name(), MapRegion.NAMES.size())) {
      var regions = new ArrayList<MapRegion>();
      for (var name : MapRegion.NAMES) {
        regions.add(MapRegion.load(datasets, name, scratch.path()));
      }
      for (var region : regions) {
        var learner = new SurroundingsLearner();
        regions.stream().filter(other -> !other.equals(region)).forEach(learner::add);
        told.addAll(tell(region, model(learner.learn())));
        bar.advance();
      }
    }
    return report(told);
  }

  private static ModeModel model(String surroundings) {
    return ModeModel.of(
        file -> file.equals(SurroundingsLearner.FILE) ? surroundings : ShippedModels.text(file));
  }

  private static List<Told> tell(MapRegion region, ModeModel model) {
    var without = new LegAnalysis(model);
    var with = without.by(region.surroundings());
    var told = new ArrayList<Told>();
    for (var mode : ModeModel.VEHICLE_MODES) {
      int steps = 0;
      int rightWithout = 0;
      int rightWith = 0;
      for (var ride : MappedRides.list(new VehicleNetwork(region, mode), mode, RIDES_EACH, SEED)) {
        steps += steps(ride);
        rightWithout += right(ride, without);
        rightWith += right(ride, with);
      }
      told.add(new Told(region.name(), mode, steps, rightWithout, rightWith));
    }
    return told;
  }

  private static int steps(LabelledTrip ride) {
    int steps = 0;
    for (var label : ride.truth()) {
      steps += (int) (label.when().micros() / STEP_MICROS);
    }
    return steps;
  }

  private static int right(LabelledTrip ride, LegAnalysis legs) {
    var seen = ride.recording().timeline(legs);
    int right = 0;
    for (var label : ride.truth()) {
      long end = label.when().startMicros() + label.when().micros() / STEP_MICROS * STEP_MICROS;
      for (long time = label.when().startMicros(); time < end; time += STEP_MICROS) {
        right += seen.findMode(time).filter(label.mode()::equals).isPresent() ? 1 : 0;
      }
    }
    return right;
  }

  private static Report report(List<Told> told) {
    return new Report(
        "surroundings",
        List.of(byVehicle(told), byRegion(told)),
        List.of(
            "Right: the very mode, at each 5 s of the ride; rides and their phones are simulated, ways and maps are real.",
            "All but the surroundings is told by the models that are shipped, which know the simulator's phones and paces."));
  }

  private static Table byVehicle(List<Told> told) {
    var rows = new ArrayList<List<String>>();
    for (var mode : ModeModel.VEHICLE_MODES) {
      var some = told.stream().filter(one -> one.mode() == mode).toList();
      rows.add(row(mode.name().toLowerCase(Locale.ROOT), some));
    }
    return new Table("By vehicle", List.of("ride", "steps", "right without a map", "with"), rows);
  }

  private static Table byRegion(List<Told> told) {
    var rows = new ArrayList<List<String>>();
    for (var name : MapRegion.NAMES) {
      rows.add(row(name, told.stream().filter(one -> one.region().equals(name)).toList()));
    }
    rows.add(row("all", told));
    return new Table(
        "By region left out, mean of its vehicles",
        List.of("region", "steps", "right without a map", "with"),
        rows);
  }

  private static List<String> row(String name, List<Told> told) {
    return List.of(
        name,
        Figures.count(told.stream().mapToInt(Told::steps).sum()),
        Figures.decimals(share(told, false), 3),
        Figures.decimals(share(told, true), 3));
  }

  /** The mean of the vehicles' shares, for those with rides. */
  private static double share(List<Told> told, boolean withMap) {
    return ModeModel.VEHICLE_MODES.stream()
        .map(mode -> told.stream().filter(one -> one.mode() == mode && one.steps() > 0).toList())
        .filter(some -> !some.isEmpty())
        .mapToDouble(
            some ->
                some.stream().mapToDouble(one -> withMap ? one.with() : one.without()).sum()
                    / some.stream().mapToInt(Told::steps).sum())
        .average()
        .orElse(Double.NaN);
  }
}
