package io.sensorium.core.driving;

/** Where somebody drives, as scores are told apart by it. */
public enum RoadZone {
  /** On a motorway or one of its ramps, wherever that lies. */
  MOTORWAY,
  /** Among houses, but on no motorway. */
  CITY,
  /** Elsewhere. */
  NON_CITY
}
