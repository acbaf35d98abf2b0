package io.sensorium.simulator.random;

/**
 * A value that wanders about zero with variance one: a first-order autoregression, drawn at uneven
 * times. Two draws {@code dt} apart correlate by {@code exp(-dt / tau)}.
 */
public final class Drift {

  private final Dice dice;
  private double value;

  /** Starts in the stationary distribution. */
  public Drift(Dice dice) {
    this.dice = dice;
    this.value = dice.gaussian();
  }

  /** Moves on by {@code elapsedSeconds} and gives the new value. */
  public double advance(double elapsedSeconds, double tauSeconds) {
    double rho = StrictMath.exp(-elapsedSeconds / tauSeconds);
    value = rho * value + Math.sqrt(1 - rho * rho) * dice.gaussian();
    return value;
  }
}
