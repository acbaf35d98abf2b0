package io.sensorium.series;

import java.util.Arrays;

/** Instants at equal distances, and how far dates are away from them; in integers alone. */
final class ClockGrid {

  /** Greater distances make no grid, so that no product exceeds a long. */
  static final long MAX_SPAN = 1L << 46;

  /** Bits behind the point of the interval. */
  private static final int FRACTION = 16;

  private static final int SAMPLE = 63;

  private final long interval;
  private final long[] points;
  private final long[] misses;

  private ClockGrid(long interval, long[] points, long[] misses) {
    this.interval = interval;
    this.points = points;
    this.misses = misses;
  }

  /** The grid that lies nearest to dates that rise from 0 on. */
  static ClockGrid fit(long[] dates, int count) {
    double step = usualStep(dates, count);
    var points = new long[count];
    for (int i = 1; i < count; i++) {
      points[i] = points[i - 1] + Math.round((dates[i] - dates[i - 1]) / step);
    }
    double slope = slope(points, dates, count, step);
    for (int i = 0; i < count; i++) {
      points[i] = Math.round(dates[i] / slope);
    }
    var fitted = at(Math.max(1, Math.round(slope * (1 << FRACTION))), points, dates, count);
    var whole = at(Math.max(1, Math.round(slope)) << FRACTION, points, dates, count);
    return whole.spread() <= fitted.spread() ? whole : fitted; // clocks are set to whole intervals
  }

  /** Whether hardly a date is missing, or comes in between. */
  boolean isRegular() {
    int irregular = 0;
    for (int i = 1; i < points.length; i++) {
      irregular += points[i] - points[i - 1] == 1 ? 0 : 1;
    }
    return irregular <= points.length / 16;
  }

  /** How far the dates are away from the grid on average. */
  double deviation() {
    return deviation(misses, 0);
  }

  /** How far numbers from an index on are away from their mean on average. */
  static double deviation(long[] numbers, int from) {
    double mean = 0;
    for (int i = from; i < numbers.length; i++) {
      mean += numbers[i];
    }
    mean /= numbers.length - from;
    double deviation = 0;
    for (int i = from; i < numbers.length; i++) {
      deviation += Math.abs(numbers[i] - mean);
    }
    return deviation / (numbers.length - from);
  }

  void write(ByteWriter out) {
    out.writeVarint(interval);
    FittedColumn.write(out, points, points.length);
    Misses.write(out, misses, misses.length);
  }

  /** Reads dates; each is told times {@code factor} and later by {@code offset}. */
  static void read(ByteReader in, long[] dates, int count, long factor, long offset) {
    long interval = in.readVarint();
    var misses = new long[count];
    FittedColumn.read(in, dates, count);
    Misses.read(in, misses, 0, count);
    for (int i = 0; i < count; i++) {
      dates[i] = offset + (at(dates[i], interval) + misses[i]) * factor;
    }
  }

  private static ClockGrid at(long interval, long[] points, long[] dates, int count) {
    var misses = new long[count];
    for (int i = 0; i < count; i++) {
      misses[i] = dates[i] - at(points[i], interval);
    }
    return new ClockGrid(interval, points, misses);
  }

  private static long at(long point, long interval) {
    return (point * interval) >> FRACTION;
  }

  private long spread() {
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (long miss : misses) {
      least = Math.min(least, miss);
      greatest = Math.max(greatest, miss);
    }
    return greatest - least;
  }

  /** The median of steps taken here and there. */
  private static double usualStep(long[] dates, int count) {
    int size = Math.min(SAMPLE, count - 1);
    var sample = new long[size];
    for (int i = 0; i < size; i++) {
      int at = 1 + (int) ((long) i * (count - 1) / size);
      sample[i] = dates[at] - dates[at - 1];
    }
    Arrays.sort(sample);
    return sample[size / 2];
  }

  /** Of the line that lies nearest to all. */
  private static double slope(long[] points, long[] dates, int count, double otherwise) {
    double meanPoint = 0;
    double meanDate = 0;
    for (int i = 0; i < count; i++) {
      meanPoint += points[i];
      meanDate += dates[i];
    }
    meanPoint /= count;
    meanDate /= count;
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < count; i++) {
      double along = points[i] - meanPoint;
      covariance += along * (dates[i] - meanDate);
      variance += along * along;
    }
    double slope = covariance / variance;
    return slope > 0 && slope < MAX_SPAN ? slope : otherwise;
  }
}
