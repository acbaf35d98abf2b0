package io.sensorium.simulator.town;

import java.util.Locale;

/** What kind of street it is. */
public enum RoadClass {
  MOTORWAY(120),
  SECONDARY(70),
  TERTIARY(50),
  RESIDENTIAL(30),
  FOOTWAY(20),
  RAIL(120);

  private static final double KMH_PER_MPS = 3.6;

  private final int limitKmh;

  RoadClass(int limitKmh) {
    this.limitKmh = limitKmh;
  }

  public int limitKmh() {
    return limitKmh;
  }

  public double limitMps() {
    return limitKmh / KMH_PER_MPS;
  }

  /** The value that OpenStreetMap gives such a way. */
  public String mapName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
