package io.sensorium.core.signals;

import io.sensorium.core.geo.LatLon;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One position reported by a phone.
 *
 * @param time when the phone measured it, by the phone's clock
 * @param accuracyMeters radius that holds the true position with 68 % probability, or null when the
 *     phone did not report one
 * @param altitudeMeters height over the ellipsoid or the sea, as the phone gives it
 * @param speedMps speed over ground
 * @param bearingDeg course over ground, degrees clockwise from north, 0 to 360
 * @param uptimeMillis the phone's monotonic clock at the fix
 */
public record GpsFix(
    Instant time,
    LatLon position,
    @Nullable Double accuracyMeters,
    @Nullable Double altitudeMeters,
    @Nullable Double speedMps,
    @Nullable Double bearingDeg,
    @Nullable Long uptimeMillis,
    LocationProvider provider) {

  public GpsFix {
    if (accuracyMeters != null && !(accuracyMeters > 0)) { // written so that NaN fails too
      throw new IllegalArgumentException("accuracyMeters must be positive: " + accuracyMeters);
    }
    if (altitudeMeters != null && !Double.isFinite(altitudeMeters)) {
      throw new IllegalArgumentException("altitudeMeters must be finite: " + altitudeMeters);
    }
    if (speedMps != null && !(speedMps >= 0)) {
      throw new IllegalArgumentException("speedMps must not be negative: " + speedMps);
    }
    if (bearingDeg != null && !(bearingDeg >= 0 && bearingDeg <= 360)) {
      throw new IllegalArgumentException("bearingDeg must be within 0..360: " + bearingDeg);
    }
  }

  /** A fix of which only time, place and accuracy are known. */
  public static GpsFix at(Instant time, LatLon position, double accuracyMeters) {
    return new GpsFix(
        time, position, accuracyMeters, null, null, null, null, LocationProvider.UNKNOWN);
  }
}
