package io.sensorium.core.geo;

/** Lengths and directions on the sphere that every distance of the product is measured on. */
public final class Geodesy {
  /*
   * A sphere of the WGS 84 equatorial radius, because the contract's own sample lengths are
   * measured on it. StrictMath, because answers must not differ between machines.
   */

  /** Radius of the sphere. */
  public static final double EARTH_RADIUS_METERS = 6_378_137;

  private Geodesy() {}

  /** Great-circle distance by the haversine formula; crosses the antimeridian the short way. */
  public static double distanceMeters(
      double fromLatitudeDeg,
      double fromLongitudeDeg,
      double toLatitudeDeg,
      double toLongitudeDeg) {
    double fromLatitude = StrictMath.toRadians(fromLatitudeDeg);
    double toLatitude = StrictMath.toRadians(toLatitudeDeg);
    double sinHalfLatitude = StrictMath.sin((toLatitude - fromLatitude) / 2);
    double sinHalfLongitude =
        StrictMath.sin(StrictMath.toRadians(toLongitudeDeg - fromLongitudeDeg) / 2);
    double h =
        sinHalfLatitude * sinHalfLatitude
            + StrictMath.cos(fromLatitude)
                * StrictMath.cos(toLatitude)
                * sinHalfLongitude
                * sinHalfLongitude;
    return 2 * EARTH_RADIUS_METERS * StrictMath.asin(StrictMath.sqrt(StrictMath.min(1, h)));
  }

  /** Initial course from one position to another, degrees clockwise from north, 0 to 360. */
  public static double bearingDeg(LatLon from, LatLon to) {
    double fromLatitude = StrictMath.toRadians(from.latitudeDeg());
    double toLatitude = StrictMath.toRadians(to.latitudeDeg());
    double deltaLongitude = StrictMath.toRadians(to.longitudeDeg() - from.longitudeDeg());
    double y = StrictMath.sin(deltaLongitude) * StrictMath.cos(toLatitude);
    double x =
        StrictMath.cos(fromLatitude) * StrictMath.sin(toLatitude)
            - StrictMath.sin(fromLatitude)
                * StrictMath.cos(toLatitude)
                * StrictMath.cos(deltaLongitude);
    double bearingDeg = StrictMath.toDegrees(StrictMath.atan2(y, x));
    return (bearingDeg + 360) % 360;
  }

  /** The position reached by going {@code distanceMeters} from {@code from} on a great circle. */
  public static LatLon destination(LatLon from, double bearingDeg, double distanceMeters) {
    double angle = distanceMeters / EARTH_RADIUS_METERS;
    double bearing = StrictMath.toRadians(bearingDeg);
    double latitude = StrictMath.toRadians(from.latitudeDeg());
    double sinLatitude =
        StrictMath.sin(latitude) * StrictMath.cos(angle)
            + StrictMath.cos(latitude) * StrictMath.sin(angle) * StrictMath.cos(bearing);
    double deltaLongitude =
        StrictMath.atan2(
            StrictMath.sin(bearing) * StrictMath.sin(angle) * StrictMath.cos(latitude),
            StrictMath.cos(angle) - StrictMath.sin(latitude) * sinLatitude);
    double longitudeDeg = from.longitudeDeg() + StrictMath.toDegrees(deltaLongitude);
    return new LatLon(
        StrictMath.toDegrees(StrictMath.asin(sinLatitude)), wrapLongitudeDeg(longitudeDeg));
  }

  private static double wrapLongitudeDeg(double longitudeDeg) {
    if (longitudeDeg >= -180 && longitudeDeg <= 180) {
      return longitudeDeg;
    }
    return ((longitudeDeg + 180) % 360 + 360) % 360 - 180;
  }
}
