package io.sensorium.benchmarks.alarms;

import io.sensorium.benchmarks.report.Progress;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Whole recordings as history, and what an alarm would have done all the time. */
final class RecordingPart {

  private RecordingPart() {}

  /** The recordings end now. */
  static List<Verdict> run(List<Mote> motes, Watch watch, AlarmRule rule, Progress bar)
      throws IOException {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var verdicts = new ArrayList<Verdict>();
    for (var mote : motes) {
      int size = mote.humidities().size();
      var start = now.minus(Mote.STEP.multipliedBy(size));
      watch.upload(mote.serial(), "humi", LivePart.rows(mote, start, 0, size));
      var triggers = watch.tryOut(mote.serial(), rule, start, now);
      verdicts.add(Verdict.of(mote, start, triggers, rule));
      bar.advance();
    }
    return verdicts;
  }
}
