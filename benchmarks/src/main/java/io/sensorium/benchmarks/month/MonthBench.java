package io.sensorium.benchmarks.month;

import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.report.Bench;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Goal;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Report;
import io.sensorium.benchmarks.report.Table;
import io.sensorium.simulator.phone.NoiseProfile;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Sends three people's simulated months, one after the other, each to a server of its own. */
public final class MonthBench implements Bench {

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
  private static final int STARTS = 5;

  private final Launcher launcher;
  private final NoiseProfile noise;
  private final PrintStream progress;

  public MonthBench(Launcher launcher, NoiseProfile noise, PrintStream progress) {
    this.launcher = launcher;
    this.noise = noise;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "month";
  }

  @Override
  public String purpose() {
    return "a simulated month, a fix per 15 s: time, memory, disk, stays, modes, start";
  }

  @Override
  public Report run() throws IOException, InterruptedException {
    var months = new ArrayList<MonthFigures>();
    var starts = new ArrayList<Double>();
    try (var bar = new Progress(progress, "month", SEEDS.size() + STARTS)) {
      for (long seed : SEEDS) {
        try (var data = DataDirectory.create()) {
          months.add(new MonthRun(SimulatedMonth.of(seed, noise), launcher, data).run(seed));
          bar.advance();
          if (months.size() == SEEDS.size()) {
            starts.addAll(starts(data, bar));
          }
        }
      }
    }
    return new Report(
        noise.equals(NoiseProfile.WHOLE) ? name() : name() + ", other phones",
        List.of(Goal.table(goals(months, starts)), people(months), starts(starts)),
        List.of("Each person's server is new: its code is not yet warm."));
  }

  /** Starts with a month of data there. */
  private List<Double> starts(DataDirectory data, Progress bar)
      throws IOException, InterruptedException {
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < STARTS; i++) {
      try (var server = launcher.serve(data)) {
        seconds.add(server.readySeconds());
      }
      bar.advance();
    }
    return seconds;
  }

  private static List<Goal> goals(List<MonthFigures> months, List<Double> starts) {
    var stays = Counts.sum(months.stream().map(MonthFigures::stays).toList());
    return List.of(
        Goal.atMost(
            "first byte to last event, median", 5, median(months, MonthFigures::seconds), " s"),
        Goal.atMost(
            "peak RSS, highest",
            300,
            months.stream().mapToLong(MonthFigures::peakRssBytes).max().orElseThrow() / 1e6,
            " MB"),
        Goal.atMost(
            "disk right after the run, median",
            60,
            median(months, MonthFigures::bytesPerFixAfterRun),
            " bytes/fix"),
        Goal.atMost(
            "disk after a graceful stop, median",
            60,
            median(months, MonthFigures::bytesPerFixAfterStop),
            " bytes/fix"),
        Goal.atMost("start to ready, median", 2, Quantiles.median(starts), " s"),
        Goal.atLeast("stay F1, all people", 0.995, stays.f1(), ""),
        Goal.atLeast(
            "mode agreement, lowest",
            0.92,
            months.stream().mapToDouble(MonthFigures::modeAgreement).min().orElseThrow(),
            ""));
  }

  private static double median(List<MonthFigures> months, ToDoubleFunction<MonthFigures> figure) {
    return Quantiles.median(months.stream().mapToDouble(figure).boxed().toList());
  }

  private static Table people(List<MonthFigures> months) {
    var columns =
        List.of(
            "person",
            "fixes",
            "s",
            "CPU s",
            "RSS MB",
            "B/fix run",
            "B/fix stopped",
            "stays",
            "precision",
            "recall",
            "F1",
            "boundary median s",
            "p90 s",
            "mode agreement");
    var rows =
        Stream.concat(months.stream().map(MonthBench::row), Stream.of(medianRow(months))).toList();
    return new Table("Each person", columns, rows);
  }

  private static List<String> row(MonthFigures month) {
    return List.of(
        "seed " + month.seed(),
        Figures.count(month.fixes()),
        Figures.decimals(month.seconds(), 2),
        Figures.decimals(month.cpuSeconds(), 2),
        Figures.decimals(month.peakRssBytes() / 1e6, 0),
        Figures.decimals(month.bytesPerFixAfterRun(), 1),
        Figures.decimals(month.bytesPerFixAfterStop(), 1),
        Figures.count(month.stays().truth()),
        Figures.decimals(month.stays().precision(), 4),
        Figures.decimals(month.stays().recall(), 4),
        Figures.decimals(month.stays().f1(), 4),
        Figures.decimals(month.boundaryMedianSeconds(), 0),
        Figures.decimals(month.boundaryP90Seconds(), 0),
        Figures.decimals(month.modeAgreement(), 3));
  }

  private static List<String> medianRow(List<MonthFigures> months) {
    return List.of(
        "median",
        Figures.count((long) median(months, MonthFigures::fixes)),
        Figures.decimals(median(months, MonthFigures::seconds), 2),
        Figures.decimals(median(months, MonthFigures::cpuSeconds), 2),
        Figures.decimals(median(months, month -> month.peakRssBytes() / 1e6), 0),
        Figures.decimals(median(months, MonthFigures::bytesPerFixAfterRun), 1),
        Figures.decimals(median(months, MonthFigures::bytesPerFixAfterStop), 1),
        Figures.count((long) median(months, month -> month.stays().truth())),
        Figures.decimals(median(months, month -> month.stays().precision()), 4),
        Figures.decimals(median(months, month -> month.stays().recall()), 4),
        Figures.decimals(median(months, month -> month.stays().f1()), 4),
        Figures.decimals(median(months, MonthFigures::boundaryMedianSeconds), 0),
        Figures.decimals(median(months, MonthFigures::boundaryP90Seconds), 0),
        Figures.decimals(median(months, MonthFigures::modeAgreement), 3));
  }

  private static Table starts(List<Double> seconds) {
    var row = seconds.stream().map(second -> Figures.decimals(second, 2)).toList();
    return new Table(
        "Launcher called until ready, seconds, with a month of data",
        Stream.iterate(1, i -> i + 1).limit(row.size()).map(i -> "start " + i).toList(),
        List.of(row));
  }
}
