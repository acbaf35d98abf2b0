package io.sensorium.benchmarks.home;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.pipeline.ProcessFigures;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** A week at home: 20,160 uploads of two fixes, one after the other, over one connection. */
public final class HomeBench implements Bench {

  private static final long SEED = 1;

  private final Launcher launcher;
  private final PrintStream progress;

  public HomeBench(Launcher launcher, PrintStream progress) {
    this.launcher = launcher;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "home";
  }

  @Override
  public String purpose() {
    return "a week at home, two fixes uploaded each 30 s: server CPU";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    var uploads = new HomeWeek(SEED).uploads();
    try (var data = DataDirectory.create();
        var server = launcher.serve(data);
        var operator = Operator.of(server)) {
      return measure(uploads, data, server, operator);
    }
  }

  private Report measure(
      List<Body> uploads, DataDirectory data, ServerProcess server, Operator operator)
      throws IOException, InterruptedException {
    var phone = operator.enrol();
    double steps = operator.metric("sensorium_engine_steps");
    double cpuBefore = server.figures().cpuSeconds();
    long started = System.nanoTime();
    send(uploads, phone);
    operator.awaitAnalysis();
    double seconds = (System.nanoTime() - started) / 1e9;
    var after = server.figures();
    double cpuSeconds = after.cpuSeconds() - cpuBefore;
    int events = phone.timeline(HomeWeek.START, HomeWeek.end()).events().size();
    steps = operator.metric("sensorium_engine_steps") - steps;
    var goal = Goal.atMost("server CPU for the week", 5, cpuSeconds, " s");
    var table = table(seconds, cpuSeconds, after, steps, data.bytes(), events);
    return new Report(name(), List.of(Goal.table(List.of(goal)), table), List.of());
  }

  private void send(List<Body> uploads, Phone phone) throws IOException, InterruptedException {
    try (var bar = new Progress(progress, "home", uploads.size())) {
      for (var upload : uploads) {
        phone.upload(upload);
        bar.advance();
      }
    }
  }

  private static Table table(
      double seconds,
      double cpuSeconds,
      ProcessFigures after,
      double steps,
      long bytes,
      int events) {
    return new Table(
        "A week at home",
        List.of(
            "uploads",
            "s",
            "CPU s",
            "CPU ms/upload",
            "engine steps",
            "peak RSS MB",
            "B/fix",
            "events"),
        List.of(
            List.of(
                Figures.count(HomeWeek.UPLOADS),
                Figures.decimals(seconds, 1),
                Figures.decimals(cpuSeconds, 2),
                Figures.decimals(1_000 * cpuSeconds / HomeWeek.UPLOADS, 3),
                Figures.decimals(steps, 0),
                Figures.decimals(after.peakRssBytes() / 1e6, 0),
                Figures.decimals(bytes / (2.0 * HomeWeek.UPLOADS), 1),
                Figures.count(events))));
  }
}
