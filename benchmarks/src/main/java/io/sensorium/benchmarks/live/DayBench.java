package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The processor time of {@link LiveBench} alone, in a few minutes: days of an upload each 30 s, one
 * after the other and several at once, on one server.
 */
public final class DayBench implements Bench {
  /*
   * A server runs for weeks: its first day, which loads classes and compiles, is told apart from those
   * that follow. Each day is another person's, with other trips.
   */

  private static final int WARM_DAYS = 4;
  private static final int PEOPLE = 8;

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
    return "days of an upload each 30 s, one person and eight: server CPU, new and warm";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    int uploads = (1 + WARM_DAYS) * LiveDay.UPLOADS + Crowd.uploads(PEOPLE);
    try (var bar = new Progress(progress, name(), uploads);
        var data = DataDirectory.create();
        var server = launcher.serve(data, Load.AT_ONCE);
        var operator = Operator.of(server)) {
      return measure(server, operator, bar);
    }
  }

  private Report measure(ServerProcess server, Operator operator, Progress bar)
      throws IOException, InterruptedException {
    var rows = new ArrayList<List<String>>();
    double warmSeconds = 0;
    for (int day = 0; day <= WARM_DAYS; day++) {
      var live = LiveDay.of(1 + day);
      var load = Load.ofOne(server, operator, operator.enrol(), live.uploads(), bar);
      rows.add(Load.row("day %d, %d trips".formatted(1 + day, live.trips()), load));
      warmSeconds += day == 0 ? 0 : load.cpuSeconds() / WARM_DAYS;
    }
    var crowd = Crowd.measure(server, operator, PEOPLE, bar);
    rows.add(Load.row(PEOPLE + " people at once", crowd));
    var goals =
        List.of(
            Goal.atMost("server CPU of a day, busy server", 1, crowd.cpuSeconds() / PEOPLE, " s"),
            Goal.atMost(
                "server CPU of a day, nobody else there, mean of warm days", 1, warmSeconds, " s"));
    return new Report(name(), List.of(Goal.table(goals), Load.table(rows)), List.of());
  }
}
