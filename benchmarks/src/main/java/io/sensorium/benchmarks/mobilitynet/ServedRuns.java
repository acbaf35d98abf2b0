package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Uploads runs to a server, each as a user of its own, and judges the timelines. */
final class ServedRuns {

  private static final int ROWS_PER_BATCH = 10_000;

  /** What is uploaded of a run. */
  enum Streams {
    /** Fixes, and what the phone recognised. */
    ALL,
    FIXES_ONLY
  }

  private record Uploaded(PhoneRun run, int fixes, Phone phone) {}

  private ServedRuns() {}

  static List<RunResult> results(
      ServerProcess server,
      List<PhoneRun> runs,
      GroundTruth truth,
      Streams streams,
      Progress progress)
      throws IOException, InterruptedException {
    try (var operator = Operator.of(server)) {
      var uploaded = new ArrayList<Uploaded>();
      for (var run : runs) {
        uploaded.add(upload(run, streams, operator));
        progress.advance();
      }
      operator.awaitAnalysis();
      var results = new ArrayList<RunResult>();
      for (var one : uploaded) {
        results.add(compare(one, truth));
      }
      return results;
    }
  }

  private static Uploaded upload(PhoneRun run, Streams streams, Operator operator)
      throws IOException, InterruptedException {
    var signals = RunSignals.read(run);
    var phone = operator.enrol();
    int number = 0;
    for (var batch : batches(signals, streams)) {
      phone.upload(Body.of("batch-" + number++, batch));
    }
    return new Uploaded(run, signals.fixes().size(), phone);
  }

  private static RunResult compare(Uploaded one, GroundTruth truth)
      throws IOException, InterruptedException {
    var when = one.run().when();
    var seen =
        one.phone()
            .timeline(Micros.toInstant(when.startMicros()), Micros.toInstant(when.endMicros()));
    return RunResult.of(one.run(), one.fixes(), seen, truth);
  }

  /** Fixes and activity in batches of their own, no larger than the API takes. */
  private static List<Signals> batches(Signals signals, Streams streams) {
    var batches = new ArrayList<Signals>();
    var fixes = signals.fixes();
    for (int from = 0; from < fixes.size(); from += ROWS_PER_BATCH) {
      int to = Math.min(fixes.size(), from + ROWS_PER_BATCH);
      batches.add(Signals.ofFixes(fixes.slice(from, to)));
    }
    var activity = streams == Streams.ALL ? signals.activity() : List.<ActivitySample>of();
    for (int from = 0; from < activity.size(); from += ROWS_PER_BATCH) {
      int to = Math.min(activity.size(), from + ROWS_PER_BATCH);
      var part = activity.subList(from, to);
      batches.add(new Signals(Signals.NONE.fixes(), List.of(), part, List.of(), List.of()));
    }
    return batches;
  }
}
