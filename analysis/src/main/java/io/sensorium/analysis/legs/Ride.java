package io.sensorium.analysis.legs;

import java.util.Arrays;

/**
 * What a ride in some vehicle looked like.
 *
 * @param fastMps speed that a twentieth of the moving time exceeds
 * @param cruiseMps median speed of the moving time
 * @param stops halts of at least 20 s
 * @param stopSeconds mean length of those halts
 * @param silentShare share of the time without a fix for over a minute
 */
record Ride(
    double seconds,
    double meters,
    double fastMps,
    double cruiseMps,
    int stops,
    double stopSeconds,
    double silentShare) {

  private static final double HALT_MPS = 1;
  private static final double STEP_SECONDS = Steps.STEP_MICROS * 1e-6;

  /** Measures the steps {@code from} (inclusive) to {@code to} (exclusive). */
  static Ride of(Steps steps, int from, int to) {
    var moving = new double[to - from];
    int movingCount = 0;
    int stops = 0;
    int haltSteps = 0;
    int run = 0;
    int silent = 0;
    double meters = 0;
    for (int step = from; step < to; step++) {
      double mps = steps.speedMps(step);
      meters += mps * STEP_SECONDS;
      silent += steps.isGap(step) ? 1 : 0;
      if (mps >= HALT_MPS) {
        moving[movingCount++] = mps;
        run = 0;
        continue;
      }
      run++;
      stops += run == 2 ? 1 : 0;
      haltSteps += run == 2 ? 2 : run > 2 ? 1 : 0;
    }
    Arrays.sort(moving, 0, movingCount);
    double fast = movingCount == 0 ? 0 : moving[(int) (movingCount * 0.95)];
    double cruise = movingCount == 0 ? 0 : moving[movingCount / 2];
    double stopSeconds = stops == 0 ? 0 : haltSteps * STEP_SECONDS / stops;
    double seconds = (to - from) * STEP_SECONDS;
    return new Ride(
        seconds, meters, fast, cruise, stops, stopSeconds, (double) silent / (to - from));
  }

  double stopsPerKilometer() {
    return meters < 100 ? 0 : stops * 1_000 / meters;
  }
}
