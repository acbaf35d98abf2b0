package io.sensorium.simulator.climate;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;
import java.time.Duration;

/**
 * A value that wanders smoothly about zero with about unit variance. A function of time alone, so
 * that it can be asked for any instants in any order, by one thread.
 */
final class Wander {

  private final Dice dice;
  private final long knotMicros;
  private long knownKnot = Long.MIN_VALUE;
  private double before;
  private double after;

  /**
   * A wander of its own.
   *
   * @param knot how long the value takes to forget where it was
   */
  Wander(Dice dice, Duration knot) {
    this.dice = dice;
    this.knotMicros = knot.toNanos() / 1_000;
  }

  double at(long timeMicros) {
    long knot = Math.floorDiv(timeMicros, knotMicros);
    double share = (double) Math.floorMod(timeMicros, knotMicros) / knotMicros;
    double smooth = share * share * (3 - 2 * share);
    if (knot != knownKnot) {
      knownKnot = knot;
      before = dice.fork(knot).gaussian();
      after = dice.fork(knot + 1).gaussian();
    }
    // A mean of two independent values varies less between the knots than at them.
    double variance = smooth * smooth + (1 - smooth) * (1 - smooth);
    return (before + smooth * (after - before)) / Math.sqrt(variance);
  }

  static double hours(long micros) {
    return (double) micros / Micros.PER_HOUR;
  }
}
