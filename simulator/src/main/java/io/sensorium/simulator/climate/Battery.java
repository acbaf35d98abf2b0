package io.sensorium.simulator.climate;

import io.sensorium.core.time.Micros;
import java.time.Duration;

/**
 * A lithium coin cell: flat for most of its life, then falling fast; weak in the cold.
 *
 * @param freshMicros when it was new
 * @param life how long it lasts
 */
public record Battery(long freshMicros, Duration life) {

  private static final double FRESH_VOLTS = 3.05;
  private static final double SLOPE_VOLTS = 0.16;
  private static final double KNEE_VOLTS = 0.85;
  private static final double KNEE_STEEPNESS = 18;
  private static final double VOLTS_PER_CELSIUS = 0.004;
  private static final double USUAL_CELSIUS = 20;

  public double volts(long timeMicros, double celsius) {
    double used =
        Math.clamp(
            (double) (timeMicros - freshMicros) / (life.toMillis() * Micros.PER_MILLI), 0, 1);
    return FRESH_VOLTS
        - SLOPE_VOLTS * used
        - KNEE_VOLTS * StrictMath.exp(KNEE_STEEPNESS * (used - 1))
        + VOLTS_PER_CELSIUS * Math.min(0, celsius - USUAL_CELSIUS);
  }
}
