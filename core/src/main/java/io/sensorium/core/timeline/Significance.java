package io.sensorium.core.timeline;

import java.util.Locale;

/** What a place means to a person. The order is stored. */
public enum Significance {
  HOME,
  WORK,
  REGULAR,
  /** Rarely visited: what a place is until more is known. */
  NONREGULAR,
  POI,
  NEW;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
