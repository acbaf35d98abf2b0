package io.sensorium.benchmarks.live;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.util.List;

/**
 * Moves signals in time. What somebody is doing now is still open to the server, what they did last
 * spring is not: a simulated day is live only when it is dated today.
 */
record ShiftedSignals(Duration by) {

  Signals shift(Signals signals) {
    return new Signals(
        fixes(signals.fixes()),
        List.of(),
        signals.activity().stream().map(this::activity).toList(),
        signals.phone().stream().map(this::phone).toList(),
        signals.steps().stream().map(this::steps).toList());
  }

  private FixTrack fixes(FixTrack track) {
    var shifted = new FixTrack.Builder(track.size());
    for (int row = 0; row < track.size(); row++) {
      shifted.addRow(
          track.timeMicros(row) + Micros.of(by),
          track.latitudeE7(row),
          track.longitudeE7(row),
          track.accuracyMm(row),
          track.altitudeCm(row),
          track.speedMmps(row),
          track.bearingCdeg(row),
          track.uptimeMillis(row),
          track.provider(row));
    }
    return shifted.build();
  }

  private ActivitySample activity(ActivitySample sample) {
    return new ActivitySample(sample.time().plus(by), sample.type(), sample.confidenceRatio());
  }

  private PhoneState phone(PhoneState state) {
    return new PhoneState(
        state.time().plus(by),
        state.screenOn(),
        state.call(),
        state.mounted(),
        state.batteryRatio(),
        state.charging(),
        state.audioRoute());
  }

  private StepCount steps(StepCount steps) {
    return new StepCount(steps.start().plus(by), steps.end().plus(by), steps.count());
  }
}
