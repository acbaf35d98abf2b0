package io.sensorium.benchmarks.corruption;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;

/** Once a day, at any time, a phone's clock is an hour fast or slow for a while. */
final class ClockJumps {

  private static final long LEAST_MICROS = 5 * Micros.PER_MINUTE;
  private static final long GREATEST_MICROS = 45 * Micros.PER_MINUTE;

  private final Dice dice;

  ClockJumps(Dice dice) {
    this.dice = dice;
  }

  /** What the clock shows too much at an instant. */
  long errorMicros(long timeMicros) {
    long day = Math.floorDiv(timeMicros, Micros.PER_DAY);
    var drawn = dice.fork(day);
    long start = day * Micros.PER_DAY + (long) drawn.uniform(0, Micros.PER_DAY - GREATEST_MICROS);
    long end = start + (long) drawn.uniform(LEAST_MICROS, GREATEST_MICROS);
    boolean fast = drawn.chance(0.5);
    if (timeMicros < start || timeMicros >= end) {
      return 0;
    }
    return fast ? Micros.PER_HOUR : -Micros.PER_HOUR;
  }
}
