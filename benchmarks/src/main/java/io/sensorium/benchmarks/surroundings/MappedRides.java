package io.sensorium.benchmarks.surroundings;

import io.sensorium.benchmarks.matching.DrivenRoute;
import io.sensorium.benchmarks.modes.LabelledTrip;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.rides.RandomTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rides by one vehicle along the ways of a region that it takes. */
final class MappedRides {

  private static final int MOST_TRIES = 2_000;
  private static final double MOST_METERS = 10_000;

  private MappedRides() {}

  /**
   * So many rides; fewer or none where there is hardly any way.
   *
   * @param ways what is ridden on
   * @param mode how it is ridden
   */
  static List<LabelledTrip> list(
      VehicleNetwork ways, TransportMode mode, int count, long firstSeed) {
    var rides = new ArrayList<LabelledTrip>();
    var starts = ways.edges();
    if (starts.isEmpty()) {
      return rides;
    }
    var random = new Random(firstSeed ^ ((long) mode.ordinal() << 32));
    var graph = ways.graph();
    for (int tries = 0; tries < MOST_TRIES && rides.size() < count; tries++) {
      long seed = firstSeed + rides.size();
      int start = starts.get(random.nextInt(starts.size()));
      DrivenRoute.find(graph, ways, start, random, leastMeters(mode), MOST_METERS)
          .map(route -> RandomTrip.along(route.line(graph), mode, seed))
          .ifPresent(trip -> rides.add(LabelledTrip.of(trip)));
    }
    return rides;
  }

  private static double leastMeters(TransportMode mode) {
    return mode == TransportMode.BIKING ? 1_000 : 1_500;
  }
}
