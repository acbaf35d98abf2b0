package io.sensorium.core.habit;

import java.util.Locale;

/** A part of the local day. The order is stored. */
public enum DayPart {
  /** 06 to 10 o'clock. */
  MORNING,
  /** 10 to 14 o'clock. */
  NOON,
  /** 14 to 17 o'clock. */
  AFTERNOON,
  /** 17 to 24 o'clock. */
  EVENING,
  /** 00 to 06 o'clock. */
  NIGHT,
  /** 08 to 18 o'clock. */
  BUSINESS,
  /** All but {@link #BUSINESS}. */
  NON_BUSINESS;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
