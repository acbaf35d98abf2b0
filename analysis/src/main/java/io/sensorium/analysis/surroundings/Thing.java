package io.sensorium.analysis.surroundings;

/** What may be near a position. The order is that of the map's files: new ones go to the end. */
public enum Thing {
  /** A track of trains; not that of a tram, subway or light rail. */
  RAIL,
  /** A track of a tram or of light rail. */
  TRAM,
  SUBWAY,
  /** A street that a line of buses takes. */
  BUS_ROUTE,
  /** The ground of an airport or airfield, and all within it. */
  AERODROME,
  /** The way of a ferry over the water. */
  FERRY_WAY,
  FERRY_TERMINAL,
  /** A bridge or tunnel that carries a street, path or track. */
  CROSSING
}
