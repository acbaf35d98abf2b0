package io.sensorium.store.archive;

/** One kind of signals. */
public enum SignalStream {
  FIXES,
  MOTION,
  ACTIVITY,
  PHONE,
  STEPS
}
