package io.sensorium.simulator.town;

import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;

/** Maps a town's plane to the earth; true to a few centimetres per kilometre near its origin. */
public final class LocalPlane {

  private static final double METERS_PER_DEG =
      Geodesy.EARTH_RADIUS_METERS * StrictMath.toRadians(1);

  private final LatLon origin;
  private final double metersPerDegEast;

  public LocalPlane(LatLon origin) {
    this.origin = origin;
    this.metersPerDegEast =
        METERS_PER_DEG * StrictMath.cos(StrictMath.toRadians(origin.latitudeDeg()));
  }

  public LatLon toLatLon(Point point) {
    return new LatLon(
        origin.latitudeDeg() + point.northMeters() / METERS_PER_DEG,
        origin.longitudeDeg() + point.eastMeters() / metersPerDegEast);
  }

  public Point toPoint(LatLon position) {
    return new Point(
        (position.longitudeDeg() - origin.longitudeDeg()) * metersPerDegEast,
        (position.latitudeDeg() - origin.latitudeDeg()) * METERS_PER_DEG);
  }
}
