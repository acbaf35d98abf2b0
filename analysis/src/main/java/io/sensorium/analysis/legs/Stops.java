package io.sensorium.analysis.legs;

/**
 * The halts of a ride.
 *
 * @param count halts of at least 20 s
 * @param meanSeconds their mean length
 * @param longestSeconds the longest
 * @param spreadRatio standard deviation of the ways between them over their mean; NaN below three
 */
record Stops(int count, double meanSeconds, double longestSeconds, double spreadRatio) {

  private static final double HALT_MPS = 1;
  private static final double STEP_SECONDS = Steps.STEP_MICROS * 1e-6;
  private static final int LEAST_STEPS = 2;

  /** Finds the halts in the steps {@code from} (inclusive) to {@code to} (exclusive). */
  static Stops of(Steps steps, int from, int to) {
    int count = 0;
    int haltSteps = 0;
    int longest = 0;
    int run = 0;
    double way = 0;
    double sum = 0;
    double squares = 0;
    for (int step = from; step < to; step++) {
      double mps = steps.speedMps(step);
      way += mps * STEP_SECONDS;
      if (mps >= HALT_MPS) {
        run = 0;
        continue;
      }
      run++;
      if (run == LEAST_STEPS) {
        count++;
        sum += way;
        squares += way * way;
        way = 0;
      }
      haltSteps += run == LEAST_STEPS ? LEAST_STEPS : run > LEAST_STEPS ? 1 : 0;
      longest = Math.max(longest, run);
    }
    double mean = sum / count;
    double spread = Math.sqrt(Math.max(0, squares / count - mean * mean)) / mean;
    return new Stops(
        count,
        count == 0 ? 0 : haltSteps * STEP_SECONDS / count,
        longest * STEP_SECONDS,
        count < 3 || mean < 1 ? Double.NaN : spread);
  }
}
