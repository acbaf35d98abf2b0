package io.sensorium.core.signals;

/** What the phone's own recogniser says. The order is stored: new constants go to the end. */
public enum ActivityType {
  UNKNOWN,
  STILL,
  WALKING,
  RUNNING,
  ON_FOOT,
  ON_BICYCLE,
  IN_VEHICLE,
  TILTING
}
