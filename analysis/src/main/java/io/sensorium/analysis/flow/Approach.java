package io.sensorium.analysis.flow;

import io.sensorium.analysis.cleaning.CleanFix;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/** A few of the first fixes of a spot, so that the arrival can be told once its centre is known. */
final class Approach {

  static final int MAX_ROWS = 32;

  private static final long ROW_MICROS = 10 * Micros.PER_SECOND;

  private static final long WALK_MICROS = 130 * Micros.PER_SECOND;
  private static final double LEAST_WALK_METERS = 15;
  private static final double SCATTER_PER_ACCURACY = 0.7;

  private final FlatEarth earth = new FlatEarth();
  private final long[] timeMicros = new long[MAX_ROWS];
  private final int[] latitudeE7 = new int[MAX_ROWS];
  private final int[] longitudeE7 = new int[MAX_ROWS];
  private final int[] accuracyMm = new int[MAX_ROWS];
  private int size;

  void clear() {
    size = 0;
  }

  void add(CleanFix fix) {
    boolean full = size == MAX_ROWS;
    if (full || (size > 0 && fix.timeMicros() - timeMicros[size - 1] < ROW_MICROS)) {
      return;
    }
    timeMicros[size] = fix.timeMicros();
    latitudeE7[size] = fix.latitudeE7();
    longitudeE7[size] = fix.longitudeE7();
    accuracyMm[size] = fix.accuracyMm();
    size++;
  }

  /** The first fix close to the centre from where on nobody goes further. */
  long arrivalMicros(Spot spot, long otherwiseMicros) {
    for (int row = 0; row < size; row++) {
      if (spot.isNear(latitudeE7[row], longitudeE7[row], accuracyMm[row])) {
        return timeMicros[endOfWalk(row)];
      }
    }
    return otherwiseMicros;
  }

  /** The row at which a walk ends that goes on at a row. */
  private int endOfWalk(int from) {
    int row = from;
    while (goesOn(row)) {
      row++;
    }
    return row;
  }

  /** Whether somebody goes so far in the next time that it is more than scatter. */
  private boolean goesOn(int row) {
    for (int k = row + 1; k < size && timeMicros[k] - timeMicros[row] <= WALK_MICROS; k++) {
      double meters =
          earth.distanceMeters(latitudeE7[row], longitudeE7[row], latitudeE7[k], longitudeE7[k]);
      double scatterMeters = SCATTER_PER_ACCURACY * 1e-3 * (accuracyMm[k] + accuracyMm[row]);
      if (meters > Math.max(LEAST_WALK_METERS, scatterMeters)) {
        return true;
      }
    }
    return false;
  }

  void copyFrom(Approach other) {
    size = other.size;
    System.arraycopy(other.timeMicros, 0, timeMicros, 0, size);
    System.arraycopy(other.latitudeE7, 0, latitudeE7, 0, size);
    System.arraycopy(other.longitudeE7, 0, longitudeE7, 0, size);
    System.arraycopy(other.accuracyMm, 0, accuracyMm, 0, size);
  }

  void save(ByteBuffer out) {
    out.put((byte) size);
    for (int row = 0; row < size; row++) {
      out.putLong(timeMicros[row]).putInt(latitudeE7[row]).putInt(longitudeE7[row]);
      out.putInt(accuracyMm[row]);
    }
  }

  void restore(ByteBuffer in) {
    size = in.get();
    for (int row = 0; row < size; row++) {
      timeMicros[row] = in.getLong();
      latitudeE7[row] = in.getInt();
      longitudeE7[row] = in.getInt();
      accuracyMm[row] = in.getInt();
    }
  }
}
