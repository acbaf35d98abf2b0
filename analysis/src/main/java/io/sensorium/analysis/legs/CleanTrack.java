package io.sensorium.analysis.legs;

import io.sensorium.analysis.cleaning.Cleaning;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.analysis.cleaning.Verdict;
import io.sensorium.core.signals.FixTrack;
import java.util.Arrays;
import java.util.List;

/** The usable fixes of a trip, with smoothed positions and speeds. */
final class CleanTrack {
  /*
   * Each position is replaced by the value, and each missing speed by the slope, of a straight line
   * in time fitted to its neighbours: no lag, no inflated lengths, and sparse tracks stay as they
   * are. The window grows with the inaccuracy of the fix.
   */

  private static final double POSITION_SECONDS_PER_METER = 0.4;
  private static final double LEAST_POSITION_SECONDS = 5;
  private static final double GREATEST_POSITION_SECONDS = 15;
  private static final double SPEED_SECONDS_PER_METER = 0.6;
  private static final double LEAST_SPEED_SECONDS = 6;
  private static final double GREATEST_SPEED_SECONDS = 45;
  private static final double JUMP_MPS = 100;
  private static final int UNKNOWN_ACCURACY_MM = 50_000;

  private final FlatEarth earth = new FlatEarth();
  private final int size;
  private final long[] timeMicros;
  private final int[] rawLatitudeE7;
  private final int[] rawLongitudeE7;
  private final int[] accuracyMm;
  private final int[] reportedMmps;
  private final double[] latitudeE7;
  private final double[] longitudeE7;
  private final double[] speedMps;

  CleanTrack(FixTrack raw) {
    var verdicts = Cleaning.verdicts(raw);
    int[] rows = usableRows(raw, verdicts);
    size = rows.length;
    timeMicros = new long[size];
    rawLatitudeE7 = new int[size];
    rawLongitudeE7 = new int[size];
    accuracyMm = new int[size];
    reportedMmps = new int[size];
    latitudeE7 = new double[size];
    longitudeE7 = new double[size];
    speedMps = new double[size];
    for (int i = 0; i < size; i++) {
      int row = rows[i];
      timeMicros[i] = raw.timeMicros(row);
      rawLatitudeE7[i] = raw.latitudeE7(row);
      rawLongitudeE7[i] = raw.longitudeE7(row);
      accuracyMm[i] = accuracyMm(raw, row);
      reportedMmps[i] = raw.speedMmps(row);
    }
    for (int i = 0; i < size; i++) {
      smoothPosition(i);
      speedMps[i] = smoothSpeedMps(i);
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

  private static int accuracyMm(FixTrack raw, int row) {
    int mm = raw.accuracyMm(row);
    return mm == FixTrack.ABSENT ? UNKNOWN_ACCURACY_MM : mm;
  }

  int size() {
    return size;
  }

  long timeMicros(int i) {
    return timeMicros[i];
  }

  double latitudeDeg(int i) {
    return latitudeE7[i] * 1e-7;
  }

  double longitudeDeg(int i) {
    return longitudeE7[i] * 1e-7;
  }

  double speedMps(int i) {
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

  private void smoothPosition(int i) {
    double seconds =
        Math.clamp(
            accuracyMm[i] * 1e-3 * POSITION_SECONDS_PER_METER,
            LEAST_POSITION_SECONDS,
            GREATEST_POSITION_SECONDS);
    var line = fit(i, (long) (seconds * 1e6));
    latitudeE7[i] = rawLatitudeE7[i];
    longitudeE7[i] = rawLongitudeE7[i];
    if (line.count >= 3 && i > 0 && i < size - 1) {
      latitudeE7[i] += line.northMeters / FlatEarth.METERS_PER_E7;
      double wide = longitudeE7[i] + line.eastMeters / earth.longitudeMetersPerE7(rawLatitudeE7[i]);
      longitudeE7[i] = FlatEarth.eastE7(0, (long) wide);
    }
  }

  private double smoothSpeedMps(int i) {
    double seconds =
        Math.clamp(
            accuracyMm[i] * 1e-3 * SPEED_SECONDS_PER_METER,
            LEAST_SPEED_SECONDS,
            GREATEST_SPEED_SECONDS);
    long window = (long) (seconds * 1e6);
    double reportedMps = reportedSpeedMps(i, window);
    if (reportedMps >= 0) {
      return reportedMps;
    }
    var line = fit(i, window);
    return line.count >= 3 ? line.speedMps : neighbourSpeedMps(i);
  }

  /** Mean of the speeds that the phone measured itself, or -1 when it gave too few. */
  private double reportedSpeedMps(int i, long windowMicros) {
    if (reportedMmps[i] <= 0) { // some phones say 0 when they do not know
      return -1;
    }
    double sum = 0;
    int count = 0;
    for (int k = i; k >= 0 && timeMicros[i] - timeMicros[k] <= windowMicros / 2; k--) {
      sum += Math.max(0, reportedMmps[k]);
      count += reportedMmps[k] > 0 ? 1 : 0;
    }
    for (int k = i + 1; k < size && timeMicros[k] - timeMicros[i] <= windowMicros / 2; k++) {
      sum += Math.max(0, reportedMmps[k]);
      count += reportedMmps[k] > 0 ? 1 : 0;
    }
    return sum / count * 1e-3;
  }

  /** From the steps to both sides; a lone jump, as after a stale fix, says nothing of speed. */
  private double neighbourSpeedMps(int i) {
    double meters = 0;
    double seconds = 0;
    for (int k = Math.max(0, i - 1); k < Math.min(size - 1, i + 1); k++) {
      if (!isJump(k) || (k > 0 && isJump(k - 1)) || (k + 2 < size && isJump(k + 1))) {
        meters += rawStepMeters(k);
        seconds += stepSeconds(k);
      }
    }
    return seconds == 0 ? 0 : meters / seconds;
  }

  private boolean isJump(int k) {
    return rawStepMeters(k) > JUMP_MPS * stepSeconds(k);
  }

  private double rawStepMeters(int k) {
    return earth.distanceMeters(
        rawLatitudeE7[k], rawLongitudeE7[k], rawLatitudeE7[k + 1], rawLongitudeE7[k + 1]);
  }

  private record Line(int count, double eastMeters, double northMeters, double speedMps) {}

  /** A straight line in time through the fixes within a window, relative to fix {@code i}. */
  private Line fit(int i, long windowMicros) {
    int from = i;
    while (from > 0 && timeMicros[i] - timeMicros[from - 1] <= windowMicros) {
      from--;
    }
    double sumW = 0;
    double sumT = 0;
    double sumTt = 0;
    double sumX = 0;
    double sumY = 0;
    double sumTx = 0;
    double sumTy = 0;
    double eastMetersPerE7 = earth.longitudeMetersPerE7(rawLatitudeE7[i]);
    int k = from;
    for (; k < size && timeMicros[k] - timeMicros[i] <= windowMicros; k++) {
      double accuracyMeters = Math.max(3, accuracyMm[k] * 1e-3);
      double w = 1 / (accuracyMeters * accuracyMeters);
      double t = (timeMicros[k] - timeMicros[i]) * 1e-6;
      double x = FlatEarth.eastE7(rawLongitudeE7[i], rawLongitudeE7[k]) * eastMetersPerE7;
      double y = (rawLatitudeE7[k] - rawLatitudeE7[i]) * FlatEarth.METERS_PER_E7;
      sumW += w;
      sumT += w * t;
      sumTt += w * t * t;
      sumX += w * x;
      sumY += w * y;
      sumTx += w * t * x;
      sumTy += w * t * y;
    }
    double determinant = sumW * sumTt - sumT * sumT;
    if (k - from < 3 || !(determinant > 0)) {
      return new Line(0, 0, 0, 0);
    }
    double vx = (sumW * sumTx - sumT * sumX) / determinant;
    double vy = (sumW * sumTy - sumT * sumY) / determinant;
    double x0 = (sumX - vx * sumT) / sumW;
    double y0 = (sumY - vy * sumT) / sumW;
    return new Line(k - from, x0, y0, Math.sqrt(vx * vx + vy * vy));
  }
}
