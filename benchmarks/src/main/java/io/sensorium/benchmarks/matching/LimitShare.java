package io.sensorium.benchmarks.matching;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of roads with a sign: all, where the limit is right, where it is near.
 *
 * @param edges how many edges of roads they are
 * @param exactMeters where the limit that was told is the sign's
 * @param nearMeters where both are no more than 10 km/h apart
 * @param certainMeters the lengths, each times how certain the limit was told to be
 */
record LimitShare(
    int edges, double meters, double exactMeters, double nearMeters, double certainMeters) {

  private static final double EXACT_KMH = 0.5;
  private static final double NEAR_KMH = 10;

  static final LimitShare NONE = new LimitShare(0, 0, 0, 0, 0);

  static LimitShare of(
      double meters, double truthKmh, @Nullable Double toldKmh, double certaintyRatio) {
    double apart = toldKmh == null ? Double.MAX_VALUE : Math.abs(toldKmh - truthKmh);
    return new LimitShare(
        1,
        meters,
        apart < EXACT_KMH ? meters : 0,
        apart <= NEAR_KMH ? meters : 0,
        certaintyRatio * meters);
  }

  static LimitShare sum(Collection<LimitShare> shares) {
    return shares.stream().reduce(NONE, LimitShare::plus);
  }

  LimitShare plus(LimitShare other) {
    return new LimitShare(
        edges + other.edges,
        meters + other.meters,
        exactMeters + other.exactMeters,
        nearMeters + other.nearMeters,
        certainMeters + other.certainMeters);
  }

  double exactPercent() {
    return 100 * exactMeters / meters;
  }

  double nearPercent() {
    return 100 * nearMeters / meters;
  }

  double certainPercent() {
    return 100 * certainMeters / meters;
  }
}
