package io.sensorium.core.alarm;

import java.time.Duration;

/**
 * When values are an alarm.
 *
 * @param thresholdValue in the source's unit; a value equal to it is within
 * @param delay how long values must be in excess without a break
 * @param hysteresisValue how far back inside the threshold a value must be to end an excess; 0 when
 *     any value within ends it
 */
public record AlarmCondition(
    double thresholdValue, Direction direction, Duration delay, double hysteresisValue) {

  public AlarmCondition {
    if (!Double.isFinite(thresholdValue)) {
      throw new IllegalArgumentException("thresholdValue must be finite: " + thresholdValue);
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative: " + delay);
    }
    if (!(hysteresisValue >= 0) || !Double.isFinite(hysteresisValue)) {
      throw new IllegalArgumentException(
          "hysteresisValue must not be negative: " + hysteresisValue);
    }
  }

  /** Whether a value begins an excess. */
  public boolean exceeds(double value) {
    return switch (direction) {
      case ABOVE -> value > thresholdValue;
      case BELOW -> value < thresholdValue;
    };
  }

  /** Whether a value ends an excess; between the two, a value changes nothing. */
  public boolean endsExcess(double value) {
    return switch (direction) {
      case ABOVE -> value <= thresholdValue - hysteresisValue;
      case BELOW -> value >= thresholdValue + hysteresisValue;
    };
  }
}
