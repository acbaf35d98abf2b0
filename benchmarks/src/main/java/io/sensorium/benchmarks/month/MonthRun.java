package io.sensorium.benchmarks.month;

import io.sensorium.benchmarks.metrics.ModeSteps;
import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.ProcessFigures;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.ModeClass;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.simulator.truth.TrueSpan;
import io.sensorium.simulator.truth.Truth;
import java.io.IOException;
import java.util.stream.Stream;

/** Sends one month to a new server and watches it. */
final class MonthRun {

  private final SimulatedMonth month;
  private final Launcher launcher;
  private final DataDirectory data;

  MonthRun(SimulatedMonth month, Launcher launcher, DataDirectory data) {
    this.month = month;
    this.launcher = launcher;
    this.data = data;
  }

  private record Watched(
      SeenTimeline seen, double seconds, double cpuSeconds, long peakRssBytes, long bytes) {}

  MonthFigures run(long seed) throws IOException, InterruptedException {
    Watched watched;
    try (var server = launcher.serve(data);
        var operator = Operator.of(server)) {
      var phone = operator.enrol();
      double cpuBefore = server.figures().cpuSeconds();
      long started = System.nanoTime();
      for (var batch : month.batches()) {
        phone.upload(batch);
      }
      operator.awaitAnalysis();
      var seen = phone.timeline(month.history().start(), month.history().end());
      double seconds = (System.nanoTime() - started) / 1e9;
      ProcessFigures figures = server.figures();
      watched =
          new Watched(
              seen,
              seconds,
              figures.cpuSeconds() - cpuBefore,
              figures.peakRssBytes(),
              data.bytes());
    }
    return figures(seed, watched);
  }

  private MonthFigures figures(long seed, Watched watched) throws IOException {
    var stays = SimulatedMonth.pairStays(month.truth(), watched.seen().stays());
    var errors = stays.boundaryErrorsSeconds(month.when());
    return new MonthFigures(
        seed,
        month.fixes(),
        watched.seconds(),
        watched.cpuSeconds(),
        watched.peakRssBytes(),
        watched.bytes(),
        data.bytes(),
        stays.counts(),
        Quantiles.median(errors),
        Quantiles.of(errors, 0.9),
        modes(month.truth(), watched.seen()).agreement());
  }

  private static ModeSteps modes(Truth truth, SeenTimeline seen) {
    return ModeSteps.sum(truth.legs().stream().flatMap(leg -> modes(leg, seen)).toList());
  }

  /** Nothing for waiting. */
  private static Stream<ModeSteps> modes(TrueSpan.Leg leg, SeenTimeline seen) {
    var when = new Interval(leg.startMicros(), leg.endMicros());
    return ModeClass.of(leg.mode()).map(mode -> ModeSteps.ofLeg(when, mode, seen)).stream();
  }
}
