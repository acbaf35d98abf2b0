package io.sensorium.benchmarks.corruption;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;

/** Once an hour fixes are missing for 10 to 600 seconds, short gaps oftener than long ones. */
final class Gaps {

  private static final double LEAST_SECONDS = 10;
  private static final double GREATEST_SECONDS = 600;

  private final Dice dice;

  Gaps(Dice dice) {
    this.dice = dice;
  }

  boolean holds(long timeMicros) {
    long hour = Math.floorDiv(timeMicros, Micros.PER_HOUR);
    var drawn = dice.fork(hour);
    double seconds = SizeClass.anyMagnitude(drawn, LEAST_SECONDS, GREATEST_SECONDS);
    long length = (long) (seconds * Micros.PER_SECOND);
    long latest = Micros.PER_HOUR - length;
    long start = hour * Micros.PER_HOUR + (long) (drawn.uniform() * latest);
    return timeMicros >= start && timeMicros < start + length;
  }
}
