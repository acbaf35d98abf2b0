package io.sensorium.analysis.cleaning;

import java.nio.ByteBuffer;

/** A fix in the hands of the fold: a mutable cell, so that a fix costs no allocation. */
public final class CleanFix {

  static final int SAVED_BYTES = 8 + 4 * 4;

  private static final long NONE = Long.MIN_VALUE;

  private long timeMicros = NONE;
  private int latitudeE7;
  private int longitudeE7;
  private int accuracyMm;
  private int speedMmps;

  /** Whether the cell holds a fix. */
  public boolean isPresent() {
    return timeMicros != NONE;
  }

  public long timeMicros() {
    return timeMicros;
  }

  public int latitudeE7() {
    return latitudeE7;
  }

  public int longitudeE7() {
    return longitudeE7;
  }

  /** Never absent: cleaning puts a guess where the phone gave none. */
  public int accuracyMm() {
    return accuracyMm;
  }

  public double accuracyMeters() {
    return accuracyMm * 1e-3;
  }

  /** Whether the fix tells the place and not merely the quarter. */
  public boolean isPrecise() {
    return accuracyMm <= Cleaning.PRECISE_MM;
  }

  /** Millimetres a second as reported, or negative when the phone did not report a speed. */
  public int speedMmps() {
    return speedMmps;
  }

  void set(long newTimeMicros, int newLatitudeE7, int newLongitudeE7, int newAccuracyMm) {
    timeMicros = newTimeMicros;
    latitudeE7 = newLatitudeE7;
    longitudeE7 = newLongitudeE7;
    accuracyMm = newAccuracyMm;
    speedMmps = -1;
  }

  void setSpeedMmps(int newSpeedMmps) {
    speedMmps = Math.max(-1, newSpeedMmps);
  }

  void copyFrom(CleanFix other) {
    timeMicros = other.timeMicros;
    latitudeE7 = other.latitudeE7;
    longitudeE7 = other.longitudeE7;
    accuracyMm = other.accuracyMm;
    speedMmps = other.speedMmps;
  }

  void clear() {
    timeMicros = NONE;
    latitudeE7 = 0;
    longitudeE7 = 0;
    accuracyMm = 0;
    speedMmps = 0;
  }

  void save(ByteBuffer out) {
    out.putLong(timeMicros).putInt(latitudeE7).putInt(longitudeE7);
    out.putInt(accuracyMm).putInt(speedMmps);
  }

  void restore(ByteBuffer in) {
    timeMicros = in.getLong();
    latitudeE7 = in.getInt();
    longitudeE7 = in.getInt();
    accuracyMm = in.getInt();
    speedMmps = in.getInt();
  }
}
