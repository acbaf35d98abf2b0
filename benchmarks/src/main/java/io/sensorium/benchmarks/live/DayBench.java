package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.population.Population;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The processor time of days of an upload each 30 s, on a server of few people and of many. */
public final class DayBench implements Bench {
  /*
   * A server runs for weeks: its first day, which loads classes and compiles, is told apart from those
   * that follow. Each day is another person's, with other trips. The server of many holds what 350
   * people did in nine weeks and was started with that, as the launcher starts it then.
   */

  private static final int WARM_DAYS = 4;
  private static final int PEOPLE = 8;
  private static final int RESIDENTS = 350;
  private static final int FIRST_RESIDENT_SEED = 1_001;
  private static final Duration NINE_WEEKS = Duration.ofDays(63);
  private static final int WARM_ROUNDS = 3;

  private final Launcher launcher;
  private final PrintStream progress;

  public DayBench(Launcher launcher, PrintStream progress) {
    this.launcher = launcher;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "day";
  }

  @Override
  public String purpose() {
    return "days of an upload each 30 s, on a server of few and of many: CPU, new and warm";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    int days = 1 + WARM_DAYS + (2 + WARM_ROUNDS) * PEOPLE;
    var rows = new ArrayList<List<String>>();
    try (var bar = new Progress(progress, name(), RESIDENTS + days * LiveDay.UPLOADS)) {
      double alone = measureFew(rows, bar);
      double busy = measureMany(rows, bar);
      var goals =
          List.of(
              Goal.atMost("server CPU of a day, a server of many", 1, busy, " s"),
              Goal.atMost(
                  "server CPU of a day, nobody else there, mean of warm days", 1, alone, " s"));
      return new Report(
          name(),
          List.of(Goal.table(goals), Load.table(rows), Waking.measure().table()),
          List.of());
    }
  }

  /** Seconds of a warm day when nobody else is there. */
  private double measureFew(List<List<String>> rows, Progress bar)
      throws IOException, InterruptedException {
    try (var data = DataDirectory.create();
        var server = launcher.serve(data, Load.AT_ONCE);
        var operator = Operator.of(server)) {
      double warmSeconds = 0;
      for (int day = 0; day <= WARM_DAYS; day++) {
        var live = LiveDay.of(1 + day);
        var load = Load.ofOne(server, operator, operator.enrol(), live.uploads(), bar);
        rows.add(Load.row("alone, day %d, %d trips".formatted(1 + day, live.trips()), load));
        warmSeconds += day == 0 ? 0 : load.cpuSeconds() / WARM_DAYS;
      }
      var crowd = Crowd.measure(server, operator, PEOPLE, bar);
      rows.add(Load.row("the same server, %d at once".formatted(PEOPLE), crowd));
      return warmSeconds;
    }
  }

  /** Seconds of a person's day among many, once the server is warm. */
  private double measureMany(List<List<String>> rows, Progress bar)
      throws IOException, InterruptedException {
    try (var data = DataDirectory.create()) {
      try (var server = launcher.serve(data, Load.AT_ONCE)) {
        Population.enrol(server, RESIDENTS, FIRST_RESIDENT_SEED, NINE_WEEKS, bar);
      }
      try (var server = launcher.serve(data, Load.AT_ONCE);
          var operator = Operator.of(server)) {
        double seconds = 0;
        for (int round = 0; round <= WARM_ROUNDS; round++) {
          var crowd = Crowd.measure(server, operator, PEOPLE, bar);
          rows.add(
              Load.row("a server of many, %d at once, day %d".formatted(PEOPLE, 1 + round), crowd));
          seconds = crowd.cpuSeconds() / PEOPLE;
        }
        return seconds;
      }
    }
  }
}
