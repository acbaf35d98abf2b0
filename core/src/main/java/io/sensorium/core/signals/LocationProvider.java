package io.sensorium.core.signals;

/** What measured a position. The order is stored: new constants go to the end. */
public enum LocationProvider {
  UNKNOWN,
  GPS,
  NETWORK,
  FUSED,
  PASSIVE,
  CORE_LOCATION,
  STATIONARY,
  EXTERNAL,
  OTHER
}
