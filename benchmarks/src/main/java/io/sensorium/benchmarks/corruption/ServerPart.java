package io.sensorium.benchmarks.corruption;

import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.month.SimulatedMonth;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import io.sensorium.benchmarks.pipeline.Launcher;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.PersonHistory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Uploads a month's fixes to a new server, and reads the stays from its timeline. */
final class ServerPart {

  private final Launcher launcher;

  ServerPart(Launcher launcher) {
    this.launcher = launcher;
  }

  /**
   * The stays that the server serves.
   *
   * @param arrival the fixes that are sent instead of the simulator's
   */
  Counts stays(PersonHistory history, FixTrack arrival) throws IOException, InterruptedException {
    var month = SimulatedMonth.of(history, "corruption", pieces(history, arrival));
    try (var data = DataDirectory.create();
        var server = launcher.serve(data);
        var operator = Operator.of(server)) {
      var phone = operator.enrol();
      for (var batch : month.batches()) {
        phone.upload(batch);
      }
      operator.awaitAnalysis();
      var seen = phone.timeline(history.start(), history.end());
      return SimulatedMonth.pairStays(month.truth(), seen.stays()).counts();
    }
  }

  /** The other streams stay as they are, however many fixes are sent beside them. */
  private static List<Signals> pieces(PersonHistory history, FixTrack arrival) {
    var pieces = new ArrayList<Signals>();
    int from = 0;
    for (var piece : history.batches(SimulatedMonth.FIXES_PER_PIECE).toList()) {
      int to = Math.min(from + SimulatedMonth.FIXES_PER_PIECE, arrival.size());
      pieces.add(
          new Signals(
              arrival.slice(from, to),
              piece.motion(),
              piece.activity(),
              piece.phone(),
              piece.steps()));
      from = to;
    }
    for (; from < arrival.size(); from += SimulatedMonth.FIXES_PER_PIECE) {
      int to = Math.min(from + SimulatedMonth.FIXES_PER_PIECE, arrival.size());
      pieces.add(Signals.ofFixes(arrival.slice(from, to)));
    }
    return pieces;
  }
}
