package io.sensorium.intake.fix;

import static io.sensorium.core.signals.FixTrack.ABSENT;
import static io.sensorium.core.signals.FixTrack.ABSENT_LONG;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import org.jspecify.annotations.Nullable;

/**
 * One fix while its values are being read; used again for the next. NaN and {@link #NO_TIME} stand
 * for what is not given.
 *
 * <p>A negative accuracy, speed or bearing counts as not given. An accuracy of 0 becomes 1 mm, the
 * finest that a track can tell.
 */
public final class FixDraft {
  /*
   * Mutable and of primitives, so that reading a million fixes makes no object for any of them. It
   * rounds as FixTrack does with a GpsFix.
   */

  public static final long NO_TIME = Long.MIN_VALUE;

  private long timeMicros;
  private double latitudeDeg;
  private double longitudeDeg;
  private double accuracyMeters;
  private double altitudeMeters;
  private double speedMps;
  private double bearingDeg;
  private long uptimeMillis;
  private LocationProvider provider = LocationProvider.UNKNOWN;

  public FixDraft() {
    clear();
  }

  /** Forgets all values. */
  public void clear() {
    timeMicros = NO_TIME;
    latitudeDeg = Double.NaN;
    longitudeDeg = Double.NaN;
    accuracyMeters = Double.NaN;
    altitudeMeters = Double.NaN;
    speedMps = Double.NaN;
    bearingDeg = Double.NaN;
    uptimeMillis = ABSENT_LONG;
    provider = LocationProvider.UNKNOWN;
  }

  public void setTimeMicros(long value) {
    timeMicros = value;
  }

  public void setLatitudeDeg(double value) {
    latitudeDeg = value;
  }

  public void setLongitudeDeg(double value) {
    longitudeDeg = value;
  }

  public void setAccuracyMeters(double value) {
    accuracyMeters = value;
  }

  public void setAltitudeMeters(double value) {
    altitudeMeters = value;
  }

  public void setSpeedMps(double value) {
    speedMps = value;
  }

  public void setBearingDeg(double value) {
    bearingDeg = value;
  }

  public void setUptimeMillis(long value) {
    uptimeMillis = value;
  }

  public void setProvider(LocationProvider value) {
    provider = value;
  }

  public boolean hasTime() {
    return timeMicros != NO_TIME;
  }

  /** Why the fix is rejected, or null when it is good. */
  public @Nullable String problem(TimeWindow window) {
    if (timeMicros == NO_TIME) {
      return "time: is missing";
    }
    String problem = window.problemOf("time", timeMicros);
    if (problem == null) {
      problem = problemOfAngle("lat", latitudeDeg, 90);
    }
    if (problem == null) {
      problem = problemOfAngle("lon", longitudeDeg, 180);
    }
    if (problem == null && bearingDeg > 360) {
      problem = "bearing: must be within 0..360";
    }
    return problem;
  }

  private static @Nullable String problemOfAngle(String field, double valueDeg, int limitDeg) {
    if (valueDeg >= -limitDeg && valueDeg <= limitDeg) {
      return null;
    }
    return Double.isNaN(valueDeg)
        ? field + ": is missing"
        : field + ": must be within -" + limitDeg + ".." + limitDeg;
  }

  /** Adds the fix as a row; only where {@link #problem} found none. */
  public void addTo(FixTrack.Builder fixes) {
    int accuracyMm = unsigned(accuracyMeters, 1_000);
    fixes.addRow(
        timeMicros,
        (int) Math.round(latitudeDeg * 1e7),
        (int) Math.round(longitudeDeg * 1e7),
        accuracyMm == 0 ? 1 : accuracyMm,
        scaled(altitudeMeters, 100),
        unsigned(speedMps, 1_000),
        unsigned(bearingDeg, 100),
        uptimeMillis,
        provider);
  }

  private static int unsigned(double value, int unitsPerOne) {
    return value >= 0 ? scaled(value, unitsPerOne) : ABSENT;
  }

  private static int scaled(double value, int unitsPerOne) {
    if (Double.isNaN(value)) {
      return ABSENT;
    }
    double units = Math.rint(value * unitsPerOne);
    return (int) Math.clamp(units, Integer.MIN_VALUE + 1.0, Integer.MAX_VALUE);
  }
}
