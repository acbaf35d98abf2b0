package io.sensorium.analysis.legs;

import io.sensorium.analysis.cleaning.Cleaning;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.analysis.cleaning.Verdict;
import io.sensorium.analysis.smoothing.MeasuredMotion;
import io.sensorium.analysis.smoothing.MotionSmoother;
import io.sensorium.core.signals.FixTrack;
import java.util.Arrays;
import java.util.List;

/** The usable fixes of a trip, with smoothed positions and speeds. */
public final class CleanTrack {

  private static final int UNKNOWN_ACCURACY_MM = 50_000;

  private final FlatEarth earth = new FlatEarth();
  private final int size;
  private final long[] timeMicros;
  private final double[] latitudeE7;
  private final double[] longitudeE7;
  private final double[] speedMps;

  /**
   * Cleans and smooths.
   *
   * @param raw fixes in order
   */
  public CleanTrack(FixTrack raw) {
    int[] rows = PossibleWay.of(raw, usableRows(raw, Cleaning.verdicts(raw)));
    size = rows.length;
    timeMicros = new long[size];
    latitudeE7 = new double[size];
    longitudeE7 = new double[size];
    speedMps = new double[size];
    var smoother = new MotionSmoother(motion(raw, rows));
    for (int i = 0; i < size; i++) {
      timeMicros[i] = raw.timeMicros(rows[i]);
      place(i, raw, rows[i], smoother.eastMeters(i), smoother.northMeters(i));
      speedMps[i] = smoother.speedMps(i);
    }
  }

  private static int[] usableRows(FixTrack raw, List<Verdict> verdicts) {
    var rows = new int[raw.size()];
    int count = 0;
    long lastMicros = Long.MIN_VALUE;
    for (int row = 0; row < raw.size(); row++) {
      boolean precise = accuracyMm(raw, row) <= Cleaning.PRECISE_MM;
      if (precise && verdicts.get(row) == Verdict.ACCEPTED && raw.timeMicros(row) > lastMicros) {
        rows[count++] = row;
        lastMicros = raw.timeMicros(row);
      }
    }
    return Arrays.copyOf(rows, count);
  }

  static int accuracyMm(FixTrack raw, int row) {
    int mm = raw.accuracyMm(row);
    return mm == FixTrack.ABSENT ? UNKNOWN_ACCURACY_MM : mm;
  }

  private MeasuredMotion motion(FixTrack raw, int[] rows) {
    var motion = new MeasuredMotion(rows.length);
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int before = rows[Math.max(0, i - 1)];
      double seconds = (raw.timeMicros(row) - raw.timeMicros(before)) * 1e-6;
      double eastMeters =
          FlatEarth.eastE7(raw.longitudeE7(before), raw.longitudeE7(row))
              * earth.longitudeMetersPerE7(raw.latitudeE7(before));
      double northMeters = (raw.latitudeE7(row) - raw.latitudeE7(before)) * FlatEarth.METERS_PER_E7;
      motion.add(seconds, eastMeters, northMeters, accuracyMm(raw, row) * 1e-3);
      addVelocity(raw, row, motion);
    }
    return motion;
  }

  /** Some phones say 0 for what they do not know. */
  private static void addVelocity(FixTrack raw, int row, MeasuredMotion motion) {
    if (raw.speedMmps(row) > 0) {
      motion.setSpeedMps(raw.speedMmps(row) * 1e-3);
      if (raw.bearingCdeg(row) > 0) {
        motion.setCourseDeg(raw.bearingCdeg(row) * 1e-2);
      }
    }
  }

  private void place(int i, FixTrack raw, int row, double eastMeters, double northMeters) {
    int latitude = raw.latitudeE7(row);
    double east = eastMeters / earth.longitudeMetersPerE7(latitude);
    latitudeE7[i] = latitude + northMeters / FlatEarth.METERS_PER_E7;
    longitudeE7[i] = FlatEarth.eastE7(0, (long) (raw.longitudeE7(row) + east));
  }

  /** How many fixes are usable. */
  public int size() {
    return size;
  }

  /** When a fix was measured. */
  public long timeMicros(int i) {
    return timeMicros[i];
  }

  /** The first fix at or after an instant; the size if none is. */
  int firstAtOrAfter(long micros) {
    int found = Arrays.binarySearch(timeMicros, micros);
    return found < 0 ? -found - 1 : found;
  }

  /** Where the phone was. */
  public double latitudeDeg(int i) {
    return latitudeE7[i] * 1e-7;
  }

  /** Where the phone was. */
  public double longitudeDeg(int i) {
    return longitudeE7[i] * 1e-7;
  }

  /** How fast the phone was. */
  public double speedMps(int i) {
    return speedMps[i];
  }

  /** East of the first fix, on a plane through it. */
  double eastMeters(int i) {
    long east = FlatEarth.eastE7((long) longitudeE7[0], (long) longitudeE7[i]);
    return east * earth.longitudeMetersPerE7((int) latitudeE7[0]);
  }

  /** North of the first fix. */
  double northMeters(int i) {
    return (latitudeE7[i] - latitudeE7[0]) * FlatEarth.METERS_PER_E7;
  }

  /** Length of the way from one fix to the next. */
  double stepMeters(int i) {
    return earth.distanceMeters(
        (int) latitudeE7[i],
        (int) longitudeE7[i],
        (int) latitudeE7[i + 1],
        (int) longitudeE7[i + 1]);
  }

  double stepSeconds(int i) {
    return (timeMicros[i + 1] - timeMicros[i]) * 1e-6;
  }
}
