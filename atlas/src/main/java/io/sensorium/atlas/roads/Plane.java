package io.sensorium.atlas.roads;

import io.sensorium.core.geo.Geodesy;

/** Metres on a plane that touches the sphere at one latitude; good for some kilometres around. */
public final class Plane {

  /** Length of 10^-7 degrees of latitude. */
  public static final double METERS_PER_E7 =
      Geodesy.EARTH_RADIUS_METERS * StrictMath.PI / 180 / 1e7;

  private static final long TURN_E7 = 3_600_000_000L;

  private final double eastMetersPerE7;

  /** A plane for places near a latitude. */
  public Plane(int latitudeE7) {
    eastMetersPerE7 = METERS_PER_E7 * StrictMath.cos(StrictMath.toRadians(latitudeE7 * 1e-7));
  }

  /** Length of 10^-7 degrees of longitude. */
  public double eastMetersPerE7() {
    return eastMetersPerE7;
  }

  /** How far east one longitude is of another, the short way round. */
  public double eastMeters(int fromE7, int toE7) {
    return eastE7(fromE7, toE7) * eastMetersPerE7;
  }

  /** How far north one latitude is of another. */
  public static double northMeters(int fromE7, int toE7) {
    return ((long) toE7 - fromE7) * METERS_PER_E7;
  }

  /** Distance of two places near the plane's latitude. */
  public double meters(int latitudeE7, int longitudeE7, int toLatitudeE7, int toLongitudeE7) {
    double east = eastMeters(longitudeE7, toLongitudeE7);
    double north = northMeters(latitudeE7, toLatitudeE7);
    return Math.sqrt(east * east + north * north);
  }

  private static long eastE7(int fromE7, int toE7) {
    long east = (long) toE7 - fromE7;
    if (east > TURN_E7 / 2) {
      return east - TURN_E7;
    }
    return east < -TURN_E7 / 2 ? east + TURN_E7 : east;
  }
}
