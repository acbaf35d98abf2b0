package io.sensorium.core.alarm;

/**
 * Where the fold of an alarm stands after some measurement.
 *
 * @param lastTimeMicros date of the last measurement that was looked at
 * @param excessSinceMicros date of the first measurement of the excess that lasts; {@link #NEVER}
 *     when none does
 * @param excessValue the last value of that excess; 0 when none lasts
 * @param active whether the excess has triggered the alarm
 */
public record AlarmHead(
    long lastTimeMicros, long excessSinceMicros, double excessValue, boolean active) {

  public static final long NEVER = Long.MIN_VALUE;

  public AlarmHead {
    if (excessSinceMicros == NEVER && (active || excessValue != 0)) {
      throw new IllegalArgumentException("active without an excess");
    }
  }

  /** Nothing has happened up to that date. */
  public static AlarmHead normalAt(long timeMicros) {
    return new AlarmHead(timeMicros, NEVER, 0, false);
  }

  public boolean isInExcess() {
    return excessSinceMicros != NEVER;
  }

  public AlarmState state() {
    if (active) {
      return AlarmState.ACTIVE;
    }
    return isInExcess() ? AlarmState.PENDING : AlarmState.NORMAL;
  }
}
