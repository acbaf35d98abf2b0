package io.sensorium.simulator.town;

/** The line from the middle of a town's centre to that of its suburb, by the direction it has. */
public record Axis(double east, double north) {

  /** A point of the plane, by the way along the line and to the right of it. */
  public Point at(double alongMeters, double asideMeters) {
    return new Point(
        alongMeters * east + asideMeters * north, alongMeters * north - asideMeters * east);
  }
}
