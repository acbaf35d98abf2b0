package io.sensorium.core.alarm;

/** What a line of the alarm log tells. The first two follow from measurements alone. */
public enum AlarmEvent {
  TRIGGERED,
  RECOVERED,
  ACKNOWLEDGED,
  DELETED
}
