package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.modes.LabelledTrip;
import io.sensorium.benchmarks.replay.Replay;
import io.sensorium.core.signals.ActivitySample;
import java.io.IOException;
import java.util.Optional;

/** What models learn from runs. */
final class LabelledRuns {

  private LabelledRuns() {}

  /** The run with its legs; nothing when it has too few fixes, or no leg is known. */
  static Optional<LabelledTrip> find(PhoneRun run, GroundTruth truth) throws IOException {
    var signals = RunSignals.read(run);
    var legs = truth.legsOf(run);
    if (legs.isEmpty() || signals.fixes().size() < RunResult.FEWEST_FIXES) {
      return Optional.empty();
    }
    var replay =
        new Replay(
            signals.fixes().sortedDistinct(),
            signals.activity().stream().sorted(ActivitySample.ORDER).distinct().toList());
    var labels = legs.stream().map(leg -> new LabelledTrip.Label(leg.when(), leg.mode())).toList();
    return Optional.of(new LabelledTrip(replay, labels));
  }
}
