package io.sensorium.intake.measurements;

import io.sensorium.core.sensing.SourceType;

/**
 * What a number that comes in means: a kind of source, and how the number becomes a value in that
 * kind's unit.
 */
public record Quantity(SourceType type, double factor, double offset) {

  public static Quantity of(SourceType type) {
    return new Quantity(type, 1, 0);
  }

  /** The number in the unit of the type. */
  public double valueOf(double number) {
    return isPlain() ? number : number * factor + offset;
  }

  /** Whether the number is the value as it is. */
  public boolean isPlain() {
    return factor == 1 && offset == 0;
  }
}
