package io.sensorium.benchmarks.modes;

import io.sensorium.benchmarks.replay.Replay;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.simulator.rides.RandomTrip;
import java.util.List;
import java.util.stream.LongStream;

/** Trips of the simulator, to learn what no recording tells. */
final class SimulatedTrips {

  private SimulatedTrips() {}

  /** The trips of the seeds 1 to {@code count}. */
  static List<LabelledTrip> list(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(RandomTrip::of)
        .map(SimulatedTrips::labelled)
        .toList();
  }

  private static LabelledTrip labelled(RandomTrip trip) {
    var labels =
        trip.spans().stream()
            .map(
                span ->
                    new LabelledTrip.Label(
                        new Interval(span.startMicros(), span.endMicros()), span.mode()))
            .toList();
    return new LabelledTrip(new Replay(trip.fixes(), trip.activity()), labels);
  }
}
