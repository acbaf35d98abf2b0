package io.sensorium.core.alarm;

/** Where an alarm stands. */
public enum AlarmState {
  /** The last value that decides is within. */
  NORMAL,
  /** Values are in excess, but not for the whole delay yet. */
  PENDING,
  /** Triggered, and not recovered. */
  ACTIVE
}
