package io.sensorium.simulator.phone;

import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;

/** A phone that goes nowhere: on somebody who stands or sits, or on a table. */
final class RestingFeel implements Feel.Way {

  private static final double HANDLED_MPS2 = 0.9;
  private static final double HANDLED_RADPS = 0.6;

  private final Dice dice;
  private final double swayMps2;
  private final double swayRadps;
  private final double handlingsPerHour;
  private long handledUntilMicros = Long.MIN_VALUE;

  private RestingFeel(Dice dice, double swayMps2, double swayRadps, double handlingsPerHour) {
    this.dice = dice;
    this.swayMps2 = swayMps2;
    this.swayRadps = swayRadps;
    this.handlingsPerHour = handlingsPerHour;
  }

  /** On somebody who stands about, and now and then takes it in their hand. */
  static RestingFeel standing(Dice dice) {
    return new RestingFeel(dice, 0.05, 0.02, 40);
  }

  /** On a table. */
  static RestingFeel lying(Dice dice) {
    return new RestingFeel(dice, 0.02, 0.003, 4);
  }

  @Override
  public void at(long time, Feel into) {
    if (dice.chance(handlingsPerHour / 3_600 / MotionSensor.RATE_HZ)) {
      handledUntilMicros = time + (long) (dice.uniform(2, 12) * Micros.PER_SECOND);
    }
    boolean handled = time < handledUntilMicros;
    double mps2 = handled ? HANDLED_MPS2 : swayMps2;
    double radps = handled ? HANDLED_RADPS : swayRadps;
    into.aheadMps2 = mps2 * dice.gaussian();
    into.leftMps2 = mps2 * dice.gaussian();
    into.upMps2 = MotionSensor.GRAVITY_MPS2 + mps2 * dice.gaussian();
    into.rollRadps = radps * dice.gaussian();
    into.pitchRadps = radps * dice.gaussian();
    into.yawRadps = radps * dice.gaussian();
  }
}
