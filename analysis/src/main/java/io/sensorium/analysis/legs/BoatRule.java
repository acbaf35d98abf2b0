package io.sensorium.analysis.legs;

import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.core.timeline.TransportMode;
import java.util.Arrays;
import java.util.Optional;

/** Tells from the water around somebody that a leg was on a boat or ferry. */
final class BoatRule {
  /*
   * Who is well away from all land for most of the time is on the water, or on a bridge over it, or
   * in a tunnel or plane. Planes are too fast. Where a map knows bridges and tunnels, those on them
   * do not count; else cars and trains are told by their speed, and a slower bound holds.
   */

  private static final double LEAST_SHARE = 0.6;
  private static final double FASTEST_MPS = 30;
  private static final double FASTEST_WITHOUT_MAP_MPS = 20;
  private static final double SLOWEST_MPS = 0.5;
  private static final double CROSSING_METERS = 100;
  private static final double FERRY_WAY_METERS = 300;
  private static final double TERMINAL_METERS = 500;

  private BoatRule() {}

  /** The mode of a leg that was on the water; nothing for any other. */
  static Optional<RideMode> find(RideSurroundings ride) {
    var offshore = new int[ride.size()];
    int count = 0;
    boolean knowsCrossings = true;
    int mostAshore = (int) ((1 - LEAST_SHARE) * ride.size());
    for (int sample = 0; sample < ride.size(); sample++) {
      if (!ride.isOffshore(sample)) {
        if (--mostAshore < 0) {
          return Optional.empty(); // as nearly all legs: the rest need not be looked at
        }
        continue;
      }
      double meters = ride.metersTo(Thing.CROSSING, sample, CROSSING_METERS);
      knowsCrossings &= !Double.isNaN(meters);
      if (!(meters <= CROSSING_METERS)) {
        offshore[count++] = sample;
      }
    }
    double share = (double) count / ride.size();
    var wet = Arrays.copyOf(offshore, count);
    double fastestMps = knowsCrossings ? FASTEST_MPS : FASTEST_WITHOUT_MAP_MPS;
    if (share < LEAST_SHARE || !isPaceOfBoat(ride, wet, fastestMps)) {
      return Optional.empty();
    }
    var mode = isFerry(ride, wet) ? TransportMode.FERRY : TransportMode.BOAT;
    return Optional.of(new RideMode(mode, share));
  }

  private static boolean isPaceOfBoat(RideSurroundings ride, int[] wet, double fastestMps) {
    double[] speeds = Arrays.stream(wet).mapToDouble(ride::speedMps).sorted().toArray();
    double medianMps = speeds[speeds.length / 2];
    return medianMps >= SLOWEST_MPS && medianMps <= fastestMps;
  }

  private static boolean isFerry(RideSurroundings ride, int[] wet) {
    long onWay =
        Arrays.stream(wet)
            .filter(
                sample ->
                    ride.metersTo(Thing.FERRY_WAY, sample, FERRY_WAY_METERS) <= FERRY_WAY_METERS)
            .count();
    return onWay >= LEAST_SHARE * wet.length
        || (isAtTerminal(ride, 0) && isAtTerminal(ride, ride.size() - 1));
  }

  private static boolean isAtTerminal(RideSurroundings ride, int sample) {
    return ride.metersTo(Thing.FERRY_TERMINAL, sample, TERMINAL_METERS) <= TERMINAL_METERS;
  }
}
