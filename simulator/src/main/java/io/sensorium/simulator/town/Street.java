package io.sensorium.simulator.town;

/**
 * A straight piece of street between two crossings, by their numbers.
 *
 * @param name as on the street's signs; empty where there are none
 * @param signed whether its limit is on a sign, rather than the law's
 */
public record Street(
    int from,
    int to,
    double lengthMeters,
    Roadway roadway,
    Flow flow,
    String name,
    boolean signed) {

  public Street {
    if (!(lengthMeters > 0)) {
      throw new IllegalArgumentException("lengthMeters must be positive: " + lengthMeters);
    }
  }

  public RoadClass road() {
    return roadway.road();
  }

  int otherEnd(int crossing) {
    return crossing == from ? to : from;
  }
}
