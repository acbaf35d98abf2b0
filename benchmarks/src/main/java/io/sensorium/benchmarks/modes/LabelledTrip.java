package io.sensorium.benchmarks.modes;

import io.sensorium.benchmarks.replay.Replay;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.rides.RandomTrip;
import java.util.List;

/**
 * What a phone recorded, and how its owner moved while it did.
 *
 * @param truth spans whose mode is known, oldest first; nothing is known of the time between
 */
public record LabelledTrip(Replay recording, List<Label> truth) {

  /** How somebody moved for a while. */
  public record Label(Interval when, TransportMode mode) {}

  /** Copies the list. */
  public LabelledTrip {
    truth = List.copyOf(truth);
  }

  /** A trip of the simulator. */
  public static LabelledTrip of(RandomTrip trip) {
    var labels =
        trip.spans().stream()
            .map(span -> new Label(new Interval(span.startMicros(), span.endMicros()), span.mode()))
            .toList();
    return new LabelledTrip(new Replay(trip.fixes(), trip.activity()), labels);
  }

  /** The same as a phone records it that waits for so long between two fixes. */
  LabelledTrip thinned(double seconds) {
    return new LabelledTrip(recording.thinned(seconds), truth);
  }

  /** The same with nothing recognised by the phone. */
  LabelledTrip withoutActivity() {
    return new LabelledTrip(new Replay(recording.fixes(), List.of()), truth);
  }
}
