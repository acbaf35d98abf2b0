package io.sensorium.core.timeline;

import io.sensorium.core.geo.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * One vertex of the path of a transport.
 *
 * @param position rounded to 5 decimals, as it is served
 * @param speedKmh smoothed speed at the vertex, rounded to one decimal
 * @param roadType the OpenStreetMap highway value of the road, or null when it is not known
 * @param speedLimitKmh the limit that holds there, or null when none is known
 */
public record PathPoint(
    long timeMicros,
    LatLon position,
    double speedKmh,
    @Nullable String roadType,
    @Nullable Double speedLimitKmh) {

  public PathPoint {
    if (!(speedKmh >= 0)) {
      throw new IllegalArgumentException("speed must not be negative: " + speedKmh);
    }
  }
}
