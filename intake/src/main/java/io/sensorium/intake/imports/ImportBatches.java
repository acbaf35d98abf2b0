package io.sensorium.intake.imports;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.intake.OverloadedException;
import io.sensorium.intake.accept.Accept;
import io.sensorium.intake.accept.Receipt;
import io.sensorium.intake.accept.Submission;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.signals.Decoded;
import java.time.Instant;
import java.util.List;

/** Submits the chunks of one file, each when there is room for it. */
final class ImportBatches {

  private final Accept accept;
  private final Backpressure backpressure;
  private final Instant startedAt;
  private final ImportFile file;

  ImportBatches(Accept accept, Backpressure backpressure, Instant startedAt, ImportFile file) {
    this.accept = accept;
    this.backpressure = backpressure;
    this.startedAt = startedAt;
    this.file = file;
  }

  TimeWindow window() {
    return TimeWindow.receivedAt(startedAt);
  }

  /** Returns when the chunk is on disk. */
  void submit(int chunk, FixTrack fixes) {
    String batchId = "import:" + file.identity() + ":" + chunk;
    var batch = new Decoded(batchId, null, Signals.ofFixes(fixes), List.of());
    var submission = new Submission(file.user(), file.install(), startedAt, batch);
    Receipt receipt = null;
    while (receipt == null) {
      backpressure.awaitRoom();
      try {
        receipt = accept.accept(submission);
      } catch (OverloadedException full) {
        backpressure.awaitAfterRefusal(full.retryAfter());
      }
    }
  }
}
