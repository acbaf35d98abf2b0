package io.sensorium.benchmarks.modes;

import io.sensorium.benchmarks.replay.Replay;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.core.timeline.TransportMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What a phone recorded, and how its owner moved while it did.
 *
 * @param route names the journeys that are left out together
 * @param day of the recording
 * @param truth spans whose mode is known, oldest first; nothing is known of the time between
 */
record LabelledTrip(String route, LocalDate day, Replay recording, List<Label> truth) {

  /** How somebody moved for a while. */
  record Label(Interval when, TransportMode mode) {}

  LabelledTrip {
    truth = List.copyOf(truth);
  }

  /** The same with nothing recognised by the phone. */
  LabelledTrip withoutActivity() {
    return new LabelledTrip(route, day, new Replay(recording.fixes(), List.of()), truth);
  }
}
