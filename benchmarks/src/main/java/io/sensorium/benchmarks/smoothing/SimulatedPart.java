package io.sensorium.benchmarks.smoothing;

import io.sensorium.analysis.legs.CleanTrack;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Simulated rides, of which the truth is known exactly. */
final class SimulatedPart {

  private static final List<TransportMode> MODES =
      List.of(
          TransportMode.WALKING,
          TransportMode.BIKING,
          TransportMode.CAR,
          TransportMode.BUS,
          TransportMode.TRAIN);
  private static final int RIDES_PER_MODE = 6;
  private static final long FIRST_SEED = 101; // nothing was tuned on these
  private static final List<Integer> AGES_SECONDS = List.of(0, 5, 15, 30);
  private static final int OPEN_WINDOWS = 40;

  private SimulatedPart() {}

  static Comparison compare(Setting setting) {
    var comparison = new Comparison();
    rides(setting).forEach(ride -> compare(ride, comparison));
    return comparison;
  }

  private static Stream<MeasuredRide> rides(Setting setting) {
    return MODES.stream()
        .flatMap(
            mode ->
                Stream.iterate(FIRST_SEED, seed -> seed + 1)
                    .limit(RIDES_PER_MODE)
                    .map(seed -> new MeasuredRide(mode, seed, setting)));
  }

  private static void compare(MeasuredRide ride, Comparison into) {
    var fixes = ride.fixes();
    var track = new CleanTrack(fixes);
    var accepted = accepted(fixes, track);
    add(ride, accepted, Estimate.raw(accepted, MeasuredRide.PLANE), into.raw());
    add(ride, accepted, Estimate.lines(accepted, MeasuredRide.PLANE), into.lines());
    add(ride, accepted, Estimate.smooth(track, MeasuredRide.PLANE), into.smooth());
  }

  /** The fixes that cleaning leaves, which all methods are given. */
  static FixTrack accepted(FixTrack fixes, CleanTrack track) {
    var accepted = new FixTrack.Builder(track.size());
    int row = 0;
    for (int i = 0; i < track.size(); i++) {
      while (fixes.timeMicros(row) < track.timeMicros(i)) {
        row++;
      }
      accepted.addRow(fixes, row);
    }
    return accepted.build();
  }

  private static void add(MeasuredRide ride, FixTrack fixes, Estimate estimate, Errors into) {
    for (int i = 0; i < fixes.size(); i++) {
      long micros = fixes.timeMicros(i);
      into.add(estimate.point(i), estimate.mps(i), ride.point(micros), ride.mps(micros));
    }
    int last = fixes.size() - 1;
    into.addWay(estimate.meters(0, last), ride.meters(fixes.timeMicros(0), fixes.timeMicros(last)));
  }

  static Table table(Setting.Velocity velocity) {
    var columns = new ArrayList<>(List.of("error, sampling"));
    columns.addAll(Comparison.COLUMNS);
    var rows = new ArrayList<List<String>>();
    for (var setting : Setting.listOf(velocity)) {
      var row = new ArrayList<>(List.of(setting.words()));
      row.addAll(compare(setting).cells());
      rows.add(row);
    }
    return new Table(
        "Simulated rides, phones that tell of their velocity: " + velocity.words(), columns, rows);
  }

  /** What the smoother says of the newest fixes of a window that still goes on. */
  static Table openTable() {
    var columns = new ArrayList<>(List.of("error, sampling"));
    AGES_SECONDS.forEach(age -> columns.add("m, fix %d s old".formatted(age)));
    AGES_SECONDS.forEach(age -> columns.add("m/s, %d s".formatted(age)));
    var rows = new ArrayList<List<String>>();
    for (boolean wanders : List.of(false, true)) {
      for (int interval : List.of(1, 5)) {
        rows.add(openRow(new Setting(wanders, interval, 10, Setting.Velocity.SPEED_AND_COURSE)));
      }
    }
    return new Table("Windows that end at a fix, by the age of a fix at their end", columns, rows);
  }

  private static List<String> openRow(Setting setting) {
    var errors = AGES_SECONDS.stream().map(_ -> new Errors()).toList();
    rides(setting).forEach(ride -> addOpen(ride, errors));
    var row = new ArrayList<>(List.of(setting.words()));
    errors.forEach(error -> row.add(Figures.decimals(error.meters(), 2)));
    errors.forEach(error -> row.add(Figures.decimals(error.mps(), 2)));
    return row;
  }

  private static void addOpen(MeasuredRide ride, List<Errors> into) {
    var fixes = ride.fixes();
    for (int window = 1; window <= OPEN_WINDOWS; window++) {
      int end = fixes.size() * window / OPEN_WINDOWS;
      var track = new CleanTrack(fixes.slice(0, end));
      var estimate = Estimate.smooth(track, MeasuredRide.PLANE);
      long endMicros = fixes.timeMicros(end - 1);
      for (int i = 0; i < track.size(); i++) {
        long micros = track.timeMicros(i);
        int age = AGES_SECONDS.indexOf((int) ((endMicros - micros) / Micros.PER_SECOND));
        if (age >= 0) {
          var errors = into.get(age);
          errors.add(estimate.point(i), estimate.mps(i), ride.point(micros), ride.mps(micros));
        }
      }
    }
  }
}
