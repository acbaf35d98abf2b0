package io.sensorium.series;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.Series;
import java.util.Random;

/** Series of the kinds that sources send, and of kinds that none should. */
final class RandomSeries {

  private static final long START = 1_772_323_200_000_000L;
  private static final long SECOND = 1_000_000;
  private static final int KINDS = 6;
  private static final int REGULAR = MeasurementType.REGULAR.code();
  private static final int BLANK = MeasurementType.BLANK.code();

  private final Random random;

  RandomSeries(long seed) {
    random = new Random(seed);
  }

  /** A thermometer read out every five seconds by a clock that is a little early or late. */
  Series thermometer(int size) {
    var rows = Series.builder(size);
    double value = 2_000;
    for (int i = 0; i < size; i++) {
      value += random.nextGaussian() * 3;
      long time = START + 5 * SECOND * i + 1_000L * (random.nextInt(401) - 200);
      rows.add(time, Math.rint(value) / 100, REGULAR, seqOf(i, 40));
    }
    return rows.build();
  }

  /** A meter that counts up now and then, read out in whole seconds. */
  Series meter(int size) {
    var rows = Series.builder(size);
    long count = random.nextInt(1_000_000);
    for (int i = 0; i < size; i++) {
      count += random.nextInt(10) == 0 ? random.nextInt(5) : 0;
      rows.add(START + 900 * SECOND * i, (double) count, REGULAR, seqOf(i, 1));
    }
    return rows.build();
  }

  /** Any dates, values, types and numbers. */
  Series anything(int size) {
    var rows = Series.builder(size);
    long time = Series.MIN_TIME_MICROS + (random.nextLong() >>> 9);
    int kind = random.nextInt(KINDS);
    for (int i = 0; i < size; i++) {
      int type = random.nextInt(8) == 0 ? BLANK : random.nextInt(MeasurementType.values().length);
      rows.add(time, type == BLANK ? Double.NaN : value(kind), type, random.nextLong(1L << 55));
      time += 1 + (random.nextLong() >>> (30 + random.nextInt(34)));
    }
    return rows.build();
  }

  private double value(int kind) {
    return switch (random.nextInt(9) == 0 ? random.nextInt(KINDS) : kind) {
      case 0 -> random.nextInt(100);
      case 1 -> random.nextInt(100_000) / 100.0;
      case 2 -> random.nextGaussian();
      case 3 -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
      case 4 -> random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L) / 1e8;
      default -> random.nextBoolean() ? Double.MAX_VALUE : -Double.MIN_VALUE;
    };
  }

  private static long seqOf(int row, int perBatch) {
    long batch = row / perBatch;
    return START + 200 * SECOND * (batch + 1) + row % perBatch;
  }
}
