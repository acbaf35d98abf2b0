package io.sensorium.series;

import java.util.Arrays;

/** Codes dates that rise, most of them about as far apart as their source's interval. */
final class TimeColumn {
  /*
   * Clocks tick in milliseconds or seconds: distances are divided by their greatest common divisor. A
   * source that is read out on time, and reports a little late or early, lies around a grid, and each
   * date's distance from the grid is a single jitter, while the difference of two dates has two. So
   * the dates are also tried as a grid line (least squares), the number of each date's grid point,
   * and the distance from it, all in integers once the line is rounded. The shorter one is kept.
   */

  private static final int STEPS = 0;
  private static final int GRID = 1;

  /** Bits behind the point of a grid's interval. */
  private static final int FRACTION = 16;

  /** Greater distances are not tried as a grid, so that no product exceeds a long. */
  private static final long MAX_SPAN = 1L << 46;

  private static final int SAMPLE = 63;

  private TimeColumn() {}

  /** Writes dates each of which is later than the one before. */
  static void write(ByteWriter out, long[] times, int count) {
    if (count == 0) {
      return;
    }
    out.writeSigned(times[0]);
    var distances = new long[count];
    for (int i = 0; i < count; i++) {
      distances[i] = times[i] - times[0];
    }
    long divisor = Math.max(1, CommonDivisor.of(distances, count));
    out.writeVarint(divisor);
    if (divisor != 1) {
      for (int i = 0; i < count; i++) {
        distances[i] /= divisor;
      }
    }
    var steps = new ByteWriter(2 * count).writeByte(STEPS);
    FittedColumn.write(steps, distances, count);
    var grid = count < 8 || distances[count - 1] > MAX_SPAN ? null : grid(distances, count);
    var shorter = grid != null && grid.size() < steps.size() ? grid : steps;
    out.writeBytes(shorter.toBytes());
  }

  static void read(ByteReader in, long[] times, int count) {
    if (count == 0) {
      return;
    }
    long first = in.readSigned();
    long divisor = in.readVarint();
    int way = in.readByte();
    switch (way) {
      case STEPS -> FittedColumn.read(in, times, count);
      case GRID -> readGrid(in, times, count);
      default -> throw new DamagedBytesException("no such code of dates: " + way);
    }
    for (int i = 0; i < count; i++) {
      times[i] = first + times[i] * divisor;
    }
  }

  private static ByteWriter grid(long[] distances, int count) {
    double interval = usualStep(distances, count);
    var points = new long[count];
    for (int i = 1; i < count; i++) {
      points[i] = points[i - 1] + Math.round((distances[i] - distances[i - 1]) / interval);
    }
    double slope = slope(points, distances, count, interval);
    for (int i = 0; i < count; i++) {
      points[i] = Math.round(distances[i] / slope);
    }
    long fitted = Math.max(1, Math.round(slope * (1 << FRACTION)));
    long whole = Math.max(1, Math.round(slope)) << FRACTION; // clocks are set to whole intervals
    boolean isWhole =
        spread(distances, points, count, whole) <= spread(distances, points, count, fitted);
    return grid(distances, points, count, isWhole ? whole : fitted);
  }

  private static ByteWriter grid(long[] distances, long[] points, int count, long step) {
    var out = new ByteWriter(2 * count).writeByte(GRID).writeVarint(step);
    FittedColumn.write(out, points, count);
    var misses = new long[count];
    for (int i = 0; i < count; i++) {
      misses[i] = distances[i] - at(points[i], step);
    }
    Misses.write(out, misses, count);
    return out;
  }

  private static long spread(long[] distances, long[] points, int count, long step) {
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      long miss = distances[i] - at(points[i], step);
      least = Math.min(least, miss);
      greatest = Math.max(greatest, miss);
    }
    return greatest - least;
  }

  private static void readGrid(ByteReader in, long[] distances, int count) {
    long step = in.readVarint();
    var misses = new long[count];
    FittedColumn.read(in, distances, count);
    Misses.read(in, misses, count);
    for (int i = 0; i < count; i++) {
      distances[i] = at(distances[i], step) + misses[i];
    }
  }

  private static long at(long point, long step) {
    return (point * step) >> FRACTION;
  }

  /** The median of steps taken here and there. */
  private static double usualStep(long[] distances, int count) {
    int size = Math.min(SAMPLE, count - 1);
    var sample = new long[size];
    for (int i = 0; i < size; i++) {
      int at = 1 + (int) ((long) i * (count - 1) / size);
      sample[i] = distances[at] - distances[at - 1];
    }
    Arrays.sort(sample);
    return sample[size / 2];
  }

  /** Of the line that lies nearest to all. */
  private static double slope(long[] points, long[] distances, int count, double otherwise) {
    double meanPoint = 0;
    double meanDistance = 0;
    for (int i = 0; i < count; i++) {
      meanPoint += points[i];
      meanDistance += distances[i];
    }
    meanPoint /= count;
    meanDistance /= count;
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < count; i++) {
      double along = points[i] - meanPoint;
      covariance += along * (distances[i] - meanDistance);
      variance += along * along;
    }
    double slope = covariance / variance;
    return slope > 0 && slope < MAX_SPAN ? slope : otherwise;
  }
}
