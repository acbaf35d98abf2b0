package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.modes.LabelledTrip;
import io.sensorium.benchmarks.replay.Replay;
import io.sensorium.benchmarks.timeline.ModeClass;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.timeline.TransportMode;
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
    var labels =
        legs.stream().map(leg -> new LabelledTrip.Label(leg.when(), mode(leg.mode()))).toList();
    return Optional.of(new LabelledTrip(replay, labels));
  }

  private static TransportMode mode(ModeClass mode) {
    return switch (mode) {
      case WALK -> TransportMode.WALKING;
      case BIKE -> TransportMode.BIKING;
      case BUS -> TransportMode.BUS;
      case CAR -> TransportMode.CAR;
      case RAIL -> TransportMode.TRAIN;
    };
  }
}
