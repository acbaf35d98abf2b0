package io.sensorium.core.timeline;

import java.util.Locale;

/** How somebody moved. The order is stored: new constants go to the end. */
public enum TransportMode {
  CAR,
  WALKING,
  BIKING,
  ESCOOTER,
  TRAIN,
  BUS,
  TRAM,
  SUBWAY,
  BOAT,
  FERRY,
  MOTORCYCLE,
  FLIGHT,
  RUNNING,
  IDLE,
  OTHER,
  INSUFFICIENT_DATA;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
