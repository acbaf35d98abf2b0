package io.sensorium.core.time;

import io.sensorium.core.geo.LatLon;
import java.time.ZoneId;

/**
 * A square in which one time zone holds.
 *
 * @param halfDeg how far its edges are from the center, in degrees of latitude and of longitude
 */
public record ZoneArea(ZoneId zone, LatLon center, double halfDeg) {

  /** Whether the position is known to lie in the same zone. */
  public boolean holds(LatLon position) {
    return Math.abs(position.latitudeDeg() - center.latitudeDeg()) <= halfDeg
        && Math.abs(position.longitudeDeg() - center.longitudeDeg()) <= halfDeg;
  }
}
