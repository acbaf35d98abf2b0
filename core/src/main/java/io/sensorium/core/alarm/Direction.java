package io.sensorium.core.alarm;

/** On which side of its threshold a value is too much. */
public enum Direction {
  ABOVE,
  BELOW
}
