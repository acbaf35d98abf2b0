package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A day of uploads every 30 s, a drive of three hours, and facts that come late. */
public final class LiveBench implements Bench {

  private static final int DRIVE_HOURS = 3;

  private final Launcher launcher;
  private final PrintStream progress;

  public LiveBench(Launcher launcher, PrintStream progress) {
    this.launcher = launcher;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "live";
  }

  @Override
  public String purpose() {
    return "a day of an upload each 30 s, a drive of three hours, late facts: delays and work";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    var tables = new ArrayList<Table>();
    var goals = new ArrayList<Goal>();
    int steps =
        LongDrive.HOME_UPLOADS
            + DRIVE_HOURS * LongDrive.UPLOADS_PER_HOUR
            + 1
            + LatePart.LENGTHS.size();
    try (var bar = new Progress(progress, name(), steps)) {
      measureDrive(tables, goals, bar);
      measureDelays(tables, goals, bar);
      measureLate(tables, goals, bar);
    }
    tables.addFirst(Goal.table(goals));
    return new Report(name(), tables, List.of());
  }

  private void measureDrive(List<Table> tables, List<Goal> goals, Progress bar)
      throws IOException, InterruptedException {
    try (var data = DataDirectory.create();
        var server = launcher.serve(data, Load.AT_ONCE);
        var operator = Operator.of(server)) {
      var drive = new LongDrive(1);
      var phone = operator.enrol();
      Load.ofOne(server, operator, phone, drive.home(), bar);
      var hours = new ArrayList<Load>();
      var rows = new ArrayList<List<String>>();
      for (int hour = 1; hour <= DRIVE_HOURS; hour++) {
        var load = Load.ofOne(server, operator, phone, drive.hour(hour), bar);
        hours.add(load);
        rows.add(Load.row("hour " + hour + " of a drive, 1 Hz", load));
      }
      double growth = hours.getLast().cpuSeconds() / hours.getFirst().cpuSeconds();
      goals.add(Goal.atMost("CPU of the third hour of a drive, of the first's", 2, growth, " x"));
      tables.add(Load.table(rows));
    }
  }

  private void measureDelays(List<Table> tables, List<Goal> goals, Progress bar)
      throws IOException, InterruptedException {
    try (var data = DataDirectory.create();
        var server = launcher.serve(data);
        var operator = Operator.of(server)) {
      var delays = Delays.measure(operator, LiveDay.of(1), bar);
      goals.add(Goal.atMost("preliminary event readable", 5, delays.preliminarySeconds(), " s"));
      goals.add(Goal.atMost("indepth event readable", 60, delays.indepthSeconds(), " s"));
      tables.add(delays.table());
    }
  }

  private void measureLate(List<Table> tables, List<Goal> goals, Progress bar)
      throws IOException, InterruptedException {
    var month = LatePart.measure(launcher, LatePart.LENGTHS.getFirst(), bar);
    var year = LatePart.measure(launcher, LatePart.LENGTHS.getLast(), bar);
    double ratio = 0;
    for (int i = 0; i < month.size(); i++) {
      double most = Math.max(1, month.get(i).foldedFixes());
      ratio = Math.max(ratio, Math.max(1, year.get(i).foldedFixes()) / most);
    }
    goals.add(Goal.atMost("fixes folded for late facts, year of month", 1, ratio, " x"));
    tables.add(LatePart.table(month, year));
  }
}
