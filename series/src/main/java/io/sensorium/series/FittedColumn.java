package io.sensorium.series;

import java.util.Arrays;

/** Codes a column of numbers by the prediction that fits it best, and by the best code for it. */
final class FittedColumn {
  /*
   * As LongColumn does it: numbers are predicted as one number, as the one before, or as the step
   * before, and what is missed is divided by the greatest common divisor. The misses then choose
   * among several codes. All arithmetic wraps, so every long comes back.
   */

  private static final int MAX_ORDER = 2;

  private FittedColumn() {}

  static void write(ByteWriter out, long[] values, int count) {
    if (count == 0) {
      return;
    }
    int order = cheapestOrder(values, count);
    out.writeByte(order).writeSigned(values[0]);
    if (order == MAX_ORDER) {
      out.writeSigned(values[1] - values[0]);
    }
    var misses = misses(values, count, order);
    long divisor = CommonDivisor.of(misses, misses.length);
    out.writeVarint(divisor);
    if (divisor != 0) {
      divide(misses, divisor);
      Misses.write(out, misses, misses.length);
    }
  }

  static void read(ByteReader in, long[] values, int count) {
    if (count == 0) {
      return;
    }
    int order = in.readByte();
    if (order > MAX_ORDER || order >= Math.max(1, count)) {
      throw new DamagedBytesException("no such column: " + order);
    }
    long first = in.readSigned();
    long step = order == MAX_ORDER ? in.readSigned() : 0;
    long divisor = in.readVarint();
    int from = count - missCount(count, order);
    if (divisor != 0) {
      Misses.read(in, values, from, count - from);
    } else {
      Arrays.fill(values, from, count, 0);
    }
    restore(values, count, order, first, step, divisor);
  }

  /** Puts the numbers in the place of what the prediction missed of them. */
  private static void restore(
      long[] values, int count, int order, long first, long step, long divisor) {
    values[0] = first;
    if (order == 0) {
      for (int i = 1; i < count; i++) {
        values[i] = first + values[i] * divisor;
      }
      return;
    }
    long value = first;
    if (order == 1) {
      for (int i = 1; i < count; i++) {
        value += values[i] * divisor;
        values[i] = value;
      }
      return;
    }
    long current = step;
    value += step;
    values[1] = value;
    for (int i = 2; i < count; i++) {
      current += values[i] * divisor;
      value += current;
      values[i] = value;
    }
  }

  private static int missCount(int count, int order) {
    return order == MAX_ORDER ? count - 2 : count - 1;
  }

  private static long[] misses(long[] values, int count, int order) {
    var misses = new long[missCount(count, order)];
    int skipped = count - misses.length;
    for (int i = skipped; i < count; i++) {
      misses[i - skipped] =
          switch (order) {
            case 0 -> values[i] - values[0];
            case 1 -> values[i] - values[i - 1];
            default -> (values[i] - values[i - 1]) - (values[i - 1] - values[i - 2]);
          };
    }
    return misses;
  }

  private static int cheapestOrder(long[] values, int count) {
    if (count < 3) {
      return count - 1;
    }
    if (isLine(values, count)) {
      return values[1] == values[0] ? 0 : MAX_ORDER;
    }
    long centre = values[count / 2];
    long around = 0;
    long steps = 0;
    long stepsOfSteps = 0;
    for (int i = 2; i < count; i++) {
      long step = values[i] - values[i - 1];
      around += bits(values[i] - centre);
      steps += bits(step);
      stepsOfSteps += bits(step - (values[i - 1] - values[i - 2]));
    }
    if (around <= steps && around <= stepsOfSteps) {
      return 0;
    }
    return steps <= stepsOfSteps ? 1 : MAX_ORDER;
  }

  private static boolean isLine(long[] values, int count) {
    long step = values[1] - values[0];
    for (int i = 2; i < count; i++) {
      if (values[i] - values[i - 1] != step) {
        return false;
      }
    }
    return true;
  }

  private static int bits(long value) {
    return BitLength.of(ZigZag.encode(value));
  }

  private static void divide(long[] misses, long divisor) {
    if (divisor != 1) {
      for (int i = 0; i < misses.length; i++) {
        misses[i] /= divisor;
      }
    }
  }
}
