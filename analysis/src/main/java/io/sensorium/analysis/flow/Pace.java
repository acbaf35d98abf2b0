package io.sensorium.analysis.flow;

import io.sensorium.analysis.cleaning.CleanFix;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/** How fast somebody was of late: the first position of each of the last minutes. Mutable. */
final class Pace {
  /*
   * By the clock's minutes, not by the time since the last position that was kept, so that a fix of
   * long ago is forgotten to the last bit.
   */

  private static final int SIZE = 32;

  static final int SAVED_BYTES = 1 + SIZE * 16;

  private final FlatEarth earth = new FlatEarth();
  private final long[] timeMicros = new long[SIZE];
  private final int[] latitudeE7 = new int[SIZE];
  private final int[] longitudeE7 = new int[SIZE];
  private long minute = Long.MIN_VALUE;
  private int size;
  private int next;

  void clear() {
    minute = Long.MIN_VALUE;
    size = 0;
    next = 0;
  }

  void add(CleanFix fix) {
    long minuteOfFix = Math.floorDiv(fix.timeMicros(), Micros.PER_MINUTE);
    if (minuteOfFix != minute) {
      minute = minuteOfFix;
      put(fix.timeMicros(), fix.latitudeE7(), fix.longitudeE7());
    }
  }

  private void put(long micros, int latE7, int lonE7) {
    timeMicros[next] = micros;
    latitudeE7[next] = latE7;
    longitudeE7[next] = lonE7;
    next = (next + 1) % SIZE;
    size = Math.min(size + 1, SIZE);
  }

  /** The greatest speed from one minute to another within a period; 0 when nothing is known. */
  double fastestMps(long fromMicros, long toMicros) {
    double fastest = 0;
    for (int i = 1; i < size; i++) {
      int here = at(i - 1);
      int there = at(i);
      if (timeMicros[there] > fromMicros && timeMicros[here] < toMicros) {
        fastest = Math.max(fastest, speedMps(here, there));
      }
    }
    return fastest;
  }

  private double speedMps(int here, int there) {
    double meters =
        earth.distanceMeters(
            latitudeE7[here], longitudeE7[here], latitudeE7[there], longitudeE7[there]);
    return meters * Micros.PER_SECOND / Math.max(1, timeMicros[there] - timeMicros[here]);
  }

  /** Where the position lies that was put as number {@code i}, the oldest first. */
  private int at(int i) {
    return (next - size + i + SIZE) % SIZE;
  }

  void save(ByteBuffer out) {
    out.put((byte) size);
    for (int i = 0; i < size; i++) {
      int here = at(i);
      out.putLong(timeMicros[here]).putInt(latitudeE7[here]).putInt(longitudeE7[here]);
    }
  }

  void restore(ByteBuffer in) {
    clear();
    int count = in.get();
    for (int i = 0; i < count; i++) {
      long micros = in.getLong();
      minute = Math.floorDiv(micros, Micros.PER_MINUTE);
      put(micros, in.getInt(), in.getInt());
    }
  }
}
