package io.sensorium.simulator.town;

/** A straight piece of street between two crossings, by their numbers. */
public record Street(int from, int to, RoadClass road, double lengthMeters) {

  public Street {
    if (!(lengthMeters > 0)) {
      throw new IllegalArgumentException("lengthMeters must be positive: " + lengthMeters);
    }
  }

  int otherEnd(int crossing) {
    return crossing == from ? to : from;
  }
}
