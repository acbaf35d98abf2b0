package io.sensorium.store.retention;

import java.util.Locale;

/** A kind of raw data that need not be kept for ever. */
public enum RawKind {
  /** Rows of measurements; what blocks of them have in common is kept on. */
  MEASUREMENTS;

  /** As it is written in the operator's API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
