package io.sensorium.analysis.flow;

import io.sensorium.analysis.cleaning.CleanFix;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How fast somebody was of late: the speed in each of the last minutes. Mutable. */
final class Pace {
  /*
   * From the first fix of a minute to the first fix of a later one. By the clock's minutes, not by the
   * time since the last fix that was looked at, so that a fix of long ago is forgotten to the last bit.
   */

  private static final int MINUTES = 32;

  static final int SAVED_BYTES = 8 + 2 * 4 + MINUTES;

  private static final long NONE = Long.MIN_VALUE;
  private static final double UNITS_PER_MPS = 4;
  private static final int MAX_UNITS = 255;

  private final FlatEarth earth = new FlatEarth();

  /** Speeds of the minutes up to the last fix, the oldest first; 0 where nothing is known. */
  private final byte[] speeds = new byte[MINUTES];

  private long timeMicros = NONE;
  private int latitudeE7;
  private int longitudeE7;

  void clear() {
    timeMicros = NONE;
    latitudeE7 = 0;
    longitudeE7 = 0;
    Arrays.fill(speeds, (byte) 0);
  }

  void add(CleanFix fix) {
    long minutes = timeMicros == NONE ? 1 : minute(fix.timeMicros()) - minute(timeMicros);
    if (minutes == 0) {
      return;
    }
    if (timeMicros != NONE) {
      pass((int) Math.min(minutes, MINUTES), units(speedMps(fix)));
    }
    timeMicros = fix.timeMicros();
    latitudeE7 = fix.latitudeE7();
    longitudeE7 = fix.longitudeE7();
  }

  private void pass(int minutes, byte units) {
    System.arraycopy(speeds, minutes, speeds, 0, MINUTES - minutes);
    Arrays.fill(speeds, MINUTES - minutes, MINUTES, units);
  }

  private double speedMps(CleanFix fix) {
    double meters =
        earth.distanceMeters(latitudeE7, longitudeE7, fix.latitudeE7(), fix.longitudeE7());
    return meters * Micros.PER_SECOND / (fix.timeMicros() - timeMicros);
  }

  private static byte units(double mps) {
    return (byte) Math.min(MAX_UNITS, (long) (mps * UNITS_PER_MPS));
  }

  private static long minute(long micros) {
    return Math.floorDiv(micros, Micros.PER_MINUTE);
  }

  /** The greatest speed in the minutes of a period; 0 when nothing is known. */
  double fastestMps(long fromMicros, long toMicros) {
    if (timeMicros == NONE) {
      return 0;
    }
    long oldest = minute(timeMicros) - MINUTES;
    int from = Math.clamp(minute(fromMicros) - oldest, 0, MINUTES);
    int to = Math.clamp(minute(toMicros) - oldest + 1, 0, MINUTES);
    int fastest = 0;
    for (int i = from; i < to; i++) {
      fastest = Math.max(fastest, speeds[i] & 0xff);
    }
    return fastest / UNITS_PER_MPS;
  }

  void save(ByteBuffer out) {
    out.putLong(timeMicros).putInt(latitudeE7).putInt(longitudeE7).put(speeds);
  }

  void restore(ByteBuffer in) {
    timeMicros = in.getLong();
    latitudeE7 = in.getInt();
    longitudeE7 = in.getInt();
    in.get(speeds);
  }
}
