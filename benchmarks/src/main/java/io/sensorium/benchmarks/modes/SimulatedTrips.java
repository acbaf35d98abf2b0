package io.sensorium.benchmarks.modes;

import io.sensorium.simulator.rides.RandomTrip;
import java.util.List;
import java.util.stream.LongStream;

/** Trips of the simulator, to learn what no recording tells. */
final class SimulatedTrips {

  private SimulatedTrips() {}

  /** The trips of the seeds 1 to {@code count}. */
  static List<LabelledTrip> list(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(RandomTrip::of).map(LabelledTrip::of).toList();
  }
}
