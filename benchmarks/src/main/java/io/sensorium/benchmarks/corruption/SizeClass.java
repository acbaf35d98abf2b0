package io.sensorium.benchmarks.corruption;

import io.sensorium.simulator.random.Dice;
import java.util.List;

/**
 * Spikes of about one size.
 *
 * @param fromMeters belongs to it
 * @param toMeters does not
 */
record SizeClass(double fromMeters, double toMeters) {

  private static final double LEAST_METERS = 50;
  private static final double GREATEST_METERS = 5_000;

  static final List<SizeClass> ALL =
      List.of(
          new SizeClass(LEAST_METERS, 100),
          new SizeClass(100, 200),
          new SizeClass(200, 500),
          new SizeClass(500, 1_000),
          new SizeClass(1_000, GREATEST_METERS));

  /** Any size there is; a tenth of it is as frequent as ten times it. */
  static double drawMeters(Dice dice) {
    return anyMagnitude(dice, LEAST_METERS, GREATEST_METERS);
  }

  /** A number whose logarithm is evenly distributed. */
  static double anyMagnitude(Dice dice, double from, double to) {
    return from * StrictMath.pow(to / from, dice.uniform());
  }

  boolean holds(double meters) {
    return meters >= fromMeters && meters < toMeters;
  }
}
