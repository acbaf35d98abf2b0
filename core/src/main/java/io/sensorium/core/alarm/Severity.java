package io.sensorium.core.alarm;

/** How much an alarm matters to its owner; it changes nothing in when it is triggered. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL
}
