package io.sensorium.benchmarks.smoothing;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.simulator.town.Point;

/** A straight line in time fitted to the neighbours of each fix, to compare with. */
final class LocalLines {

  private static final double LEAST_ACCURACY_METERS = 3;

  private final FixTrack fixes;
  private final double[] eastMeters;
  private final double[] northMeters;

  LocalLines(FixTrack fixes, double[] eastMeters, double[] northMeters) {
    this.fixes = fixes;
    this.eastMeters = eastMeters;
    this.northMeters = northMeters;
  }

  private record Line(int count, double eastMeters, double northMeters, double mps) {}

  Point position(int i) {
    var line = fit(i, Math.clamp(accuracyMeters(i) * 0.4, 5, 15));
    var fix = new Point(eastMeters[i], northMeters[i]);
    boolean inner = i > 0 && i < fixes.size() - 1;
    return line.count >= 3 && inner ? fix.plus(line.eastMeters, line.northMeters) : fix;
  }

  double speedMps(int i) {
    double window = Math.clamp(accuracyMeters(i) * 0.6, 6, 45);
    if (fixes.speedMmps(i) > 0) {
      return reportedMps(i, window / 2);
    }
    var line = fit(i, window);
    return line.count >= 3 ? line.mps : neighbourMps(i);
  }

  private double reportedMps(int i, double seconds) {
    double sum = 0;
    int count = 0;
    for (int k = first(i, seconds); k < fixes.size() && seconds(i, k) <= seconds; k++) {
      sum += Math.max(0, fixes.speedMmps(k));
      count += fixes.speedMmps(k) > 0 ? 1 : 0;
    }
    return sum / count * 1e-3;
  }

  private double neighbourMps(int i) {
    double meters = 0;
    double seconds = 0;
    for (int k = Math.max(0, i - 1); k < Math.min(fixes.size() - 1, i + 1); k++) {
      double east = eastMeters[k + 1] - eastMeters[k];
      double north = northMeters[k + 1] - northMeters[k];
      meters += Math.sqrt(east * east + north * north);
      seconds += seconds(k, k + 1);
    }
    return seconds == 0 ? 0 : meters / seconds;
  }

  private double accuracyMeters(int i) {
    return fixes.accuracyMm(i) * 1e-3;
  }

  private double seconds(int from, int to) {
    return (fixes.timeMicros(to) - fixes.timeMicros(from)) * 1e-6;
  }

  private int first(int i, double seconds) {
    int first = i;
    while (first > 0 && seconds(first - 1, i) <= seconds) {
      first--;
    }
    return first;
  }

  private Line fit(int i, double window) {
    int from = first(i, window);
    double sum = 0;
    double sumT = 0;
    double sumTt = 0;
    double sumX = 0;
    double sumY = 0;
    double sumTx = 0;
    double sumTy = 0;
    int k = from;
    for (; k < fixes.size() && seconds(i, k) <= window; k++) {
      double accuracy = Math.max(LEAST_ACCURACY_METERS, accuracyMeters(k));
      double w = 1 / (accuracy * accuracy);
      double t = seconds(i, k);
      double x = eastMeters[k] - eastMeters[i];
      double y = northMeters[k] - northMeters[i];
      sum += w;
      sumT += w * t;
      sumTt += w * t * t;
      sumX += w * x;
      sumY += w * y;
      sumTx += w * t * x;
      sumTy += w * t * y;
    }
    double determinant = sum * sumTt - sumT * sumT;
    if (k - from < 3 || !(determinant > 0)) {
      return new Line(0, 0, 0, 0);
    }
    double vx = (sum * sumTx - sumT * sumX) / determinant;
    double vy = (sum * sumTy - sumT * sumY) / determinant;
    double x0 = (sumX - vx * sumT) / sum;
    double y0 = (sumY - vy * sumT) / sum;
    return new Line(k - from, x0, y0, Math.sqrt(vx * vx + vy * vy));
  }
}
