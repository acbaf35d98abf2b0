package io.sensorium.core.habit;

import java.util.Locale;

/** Whether a mode moves the body. The order is stored. */
public enum ModeCategory {
  UNKNOWN,
  HEALTHY,
  UNHEALTHY;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
