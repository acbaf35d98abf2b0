package io.sensorium.simulator.town;

/**
 * What somebody moves on, as the town's map has it.
 *
 * @param wayId the way's id in the map; {@link #OFF_MAP} for what is not drawn, such as a yard
 * @param limitKmh the speed limit that holds there, signed or by law
 */
public record Roadway(long wayId, RoadClass road, double limitKmh) {

  public static final long OFF_MAP = 0;

  private static final double KMH_PER_MPS = 3.6;
  private static final double PACE_OF_YARDS_KMH = 20;

  /** The few steps between a door and the street. */
  public static final Roadway YARD = new Roadway(OFF_MAP, RoadClass.FOOTWAY, PACE_OF_YARDS_KMH);

  public Roadway {
    if (wayId < 0 || !(limitKmh > 0)) {
      throw new IllegalArgumentException("a way has an id and a limit: " + wayId + ", " + limitKmh);
    }
  }

  public boolean isOnMap() {
    return wayId != OFF_MAP;
  }

  public double limitMps() {
    return limitKmh / KMH_PER_MPS;
  }
}
