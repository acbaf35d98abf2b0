package io.sensorium.benchmarks.smoothing;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.town.LocalPlane;
import io.sensorium.simulator.town.Point;

/** A path of one position per second, with holes, on a plane. */
final class ReferencePath {

  private static final long NEAR_MICROS = 60 * Micros.PER_SECOND;
  private static final long SLOPE_MICROS = 5 * Micros.PER_SECOND;
  private static final int ROWS_PER_LENGTH = 10;

  private final FixTrack rows;
  private final Point[] points;

  ReferencePath(FixTrack rows, LocalPlane plane) {
    this.rows = rows;
    points = new Point[rows.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = plane.toPoint(rows.position(i));
    }
  }

  long startMicros() {
    return rows.timeMicros(0);
  }

  long endMicros() {
    return rows.timeMicros(points.length - 1);
  }

  /** Whether the path has positions in the seconds around an instant. */
  boolean knows(long micros) {
    int row = rows.firstRowAtOrAfter(micros);
    return row > 0
        && row < points.length
        && rows.timeMicros(row) - rows.timeMicros(row - 1) <= 2 * Micros.PER_SECOND;
  }

  /** The position at an instant, between those of the seconds around it. */
  Point point(long micros) {
    int row = rows.firstRowAtOrAfter(micros);
    long before = rows.timeMicros(row - 1);
    double fraction = (double) (micros - before) / (rows.timeMicros(row) - before);
    return points[row - 1].towards(points[row], fraction);
  }

  boolean knowsSpeed(long micros) {
    return knows(micros - SLOPE_MICROS) && knows(micros + SLOPE_MICROS);
  }

  /** Mean speed of the ten seconds around an instant. */
  double mps(long micros) {
    double meters = point(micros - SLOPE_MICROS).distanceMetersTo(point(micros + SLOPE_MICROS));
    return meters * Micros.PER_SECOND / (2 * SLOPE_MICROS);
  }

  /** Distance of a point from the path within a minute of an instant. */
  double crossMeters(Point point, long micros) {
    double least = Double.POSITIVE_INFINITY;
    int from = Math.max(1, rows.firstRowAtOrAfter(micros - NEAR_MICROS));
    int to = rows.firstRowAtOrAfter(micros + NEAR_MICROS);
    for (int row = from; row < to; row++) {
      least = Math.min(least, distanceMeters(point, points[row - 1], points[row]));
    }
    return least;
  }

  private static double distanceMeters(Point point, Point from, Point to) {
    double east = to.eastMeters() - from.eastMeters();
    double north = to.northMeters() - from.northMeters();
    double square = east * east + north * north;
    double along =
        (point.eastMeters() - from.eastMeters()) * east
            + (point.northMeters() - from.northMeters()) * north;
    double fraction = square == 0 ? 0 : Math.clamp(along / square, 0, 1);
    return point.distanceMetersTo(from.towards(to, fraction));
  }

  /** Length by every tenth position, so that its own scatter adds little. */
  double meters() {
    double meters = 0;
    int last = 0;
    for (int row = ROWS_PER_LENGTH; row < points.length; row += ROWS_PER_LENGTH) {
      meters += points[last].distanceMetersTo(points[row]);
      last = row;
    }
    return meters + points[last].distanceMetersTo(points[points.length - 1]);
  }
}
