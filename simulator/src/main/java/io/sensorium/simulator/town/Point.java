package io.sensorium.simulator.town;

/** A position in a town's plane, relative to the town's centre. */
public record Point(double eastMeters, double northMeters) {

  public double distanceMetersTo(Point other) {
    double east = other.eastMeters - eastMeters;
    double north = other.northMeters - northMeters;
    return Math.sqrt(east * east + north * north);
  }

  public Point plus(double moreEastMeters, double moreNorthMeters) {
    return new Point(eastMeters + moreEastMeters, northMeters + moreNorthMeters);
  }

  /** The point at a fraction of the straight line to another one. */
  public Point towards(Point other, double fraction) {
    return new Point(
        eastMeters + (other.eastMeters - eastMeters) * fraction,
        northMeters + (other.northMeters - northMeters) * fraction);
  }

  /** Degrees clockwise from north, 0 (inclusive) to 360 (exclusive). */
  public double bearingDegTo(Point other) {
    double deg =
        StrictMath.toDegrees(
            StrictMath.atan2(other.eastMeters - eastMeters, other.northMeters - northMeters));
    return deg < 0 ? (deg + 360) % 360 : deg;
  }
}
