package io.sensorium.core.geo;

/**
 * A position on the earth, WGS 84.
 *
 * @param latitudeDeg degrees north, -90 to 90
 * @param longitudeDeg degrees east, -180 to 180
 */
public record LatLon(double latitudeDeg, double longitudeDeg) {

  public LatLon {
    if (!(latitudeDeg >= -90 && latitudeDeg <= 90)) {
      throw new IllegalArgumentException("latitude must be within -90..90: " + latitudeDeg);
    }
    if (!(longitudeDeg >= -180 && longitudeDeg <= 180)) {
      throw new IllegalArgumentException("longitude must be within -180..180: " + longitudeDeg);
    }
  }

  /** Great-circle distance; see {@link Geodesy}. */
  public double distanceMetersTo(LatLon other) {
    return Geodesy.distanceMeters(latitudeDeg, longitudeDeg, other.latitudeDeg, other.longitudeDeg);
  }
}
