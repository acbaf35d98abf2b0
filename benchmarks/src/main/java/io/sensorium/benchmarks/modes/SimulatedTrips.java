package io.sensorium.benchmarks.modes;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.rides.RandomTrip;
import java.util.List;
import java.util.stream.LongStream;

/** Trips of the simulator, to learn what no recording tells. */
final class SimulatedTrips {

  private static final long FIRST_SEED = 100_000;

  private SimulatedTrips() {}

  /** So many trips by each of these modes. */
  static List<LabelledTrip> by(List<TransportMode> modes, int count) {
    return modes.stream()
        .flatMap(
            mode ->
                LongStream.range(FIRST_SEED, FIRST_SEED + count)
                    .mapToObj(seed -> RandomTrip.of(mode, seed)))
        .map(LabelledTrip::of)
        .toList();
  }

  /** The trips of the seeds 1 to {@code count}. */
  static List<LabelledTrip> list(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(RandomTrip::of).map(LabelledTrip::of).toList();
  }
}
