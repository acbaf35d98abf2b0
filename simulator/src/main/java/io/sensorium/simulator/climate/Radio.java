package io.sensorium.simulator.climate;

import io.sensorium.simulator.random.Dice;
import java.time.Duration;

/** How well a sensor is heard, in per cent: walls give the mean, people and weather the rest. */
public final class Radio {

  private static final double SWING_PERCENT = 6;

  private final double meanPercent;
  private final Wander wander;

  public Radio(double meanPercent, Dice dice) {
    this.meanPercent = meanPercent;
    this.wander = new Wander(dice, Duration.ofHours(3));
  }

  public double percent(long timeMicros) {
    return Math.clamp(meanPercent + SWING_PERCENT * wander.at(timeMicros), 0, 100);
  }
}
