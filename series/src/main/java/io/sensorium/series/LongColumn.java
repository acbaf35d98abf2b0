package io.sensorium.series;

import java.util.Arrays;

/** Codes a column of numbers by the prediction that fits it best. */
final class LongColumn {
  /*
   * Three predictions: around one value (noise at a standstill), as the value before (a walk), as
   * the step before (a clock). What the prediction misses is divided by the greatest common divisor
   * of all misses (clocks tick in milliseconds, receivers round to decimetres) and Rice coded. All
   * arithmetic wraps, so every long comes back.
   */

  private static final int AROUND = 0;
  private static final int STEP = 1;
  private static final int STEP_OF_STEP = 2;
  private static final int CONSTANT = 4;

  private LongColumn() {}

  static void write(ByteWriter out, long[] values, int count) {
    if (count == 0) {
      return;
    }
    int order = cheapestOrder(values, count);
    var misses = misses(values, count, order);
    long divisor = CommonDivisor.of(misses, misses.length);
    if (divisor == 0) {
      out.writeByte(order | CONSTANT);
      writeStart(out, values, order);
      return;
    }
    out.writeByte(order);
    writeStart(out, values, order);
    out.writeVarint(divisor);
    divide(misses, divisor);
    if (order == AROUND) {
      out.writeSigned(centre(misses));
    }
    var rice = new Rice();
    for (long miss : misses) {
      rice.write(out, ZigZag.encode(miss));
    }
    out.flushBits();
  }

  static void read(ByteReader in, long[] values, int count) {
    if (count == 0) {
      return;
    }
    int head = in.readByte();
    int order = head & 3;
    if (head > (CONSTANT | STEP_OF_STEP) || order > STEP_OF_STEP || order >= count) {
      throw new DamagedBytesException("no such column: " + head);
    }
    long first = in.readSigned();
    long step = order == STEP_OF_STEP ? in.readSigned() : 0;
    boolean constant = (head & CONSTANT) != 0;
    long divisor = constant ? 0 : in.readVarint();
    if (order == AROUND) {
      long centre = constant ? 0 : in.readSigned();
      readAround(in, values, count, first, divisor, centre);
    } else {
      values[0] = first;
      if (order == STEP_OF_STEP) {
        values[1] = first + step;
      }
      readSteps(in, values, count, order, step, divisor);
    }
  }

  private static void readAround(
      ByteReader in, long[] values, int count, long first, long divisor, long centre) {
    if (divisor == 0) {
      Arrays.fill(values, 0, count, first);
      return;
    }
    readMisses(in, values, 0, count);
    for (int i = 0; i < count; i++) {
      values[i] = first + (values[i] + centre) * divisor;
    }
  }

  private static void readSteps(
      ByteReader in, long[] values, int count, int order, long firstStep, long divisor) {
    long value = values[order - 1];
    long step = firstStep;
    if (divisor == 0) {
      for (int i = order; i < count; i++) {
        value += step;
        values[i] = value;
      }
      return;
    }
    readMisses(in, values, order, count - order);
    for (int i = order; i < count; i++) {
      long miss = values[i] * divisor;
      step = order == STEP ? miss : step + miss;
      value += step;
      values[i] = value;
    }
  }

  private static void readMisses(ByteReader in, long[] values, int from, int count) {
    var bits = in.bits();
    bits.readGathered(values, from, count, 0);
    in.end(bits);
  }

  private static void writeStart(ByteWriter out, long[] values, int order) {
    out.writeSigned(values[0]);
    if (order == STEP_OF_STEP) {
      out.writeSigned(values[1] - values[0]);
    }
  }

  private static int cheapestOrder(long[] values, int count) {
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
    if (count < 3 || (around <= steps && around <= stepsOfSteps)) {
      return count == 2 ? STEP : AROUND;
    }
    return steps <= stepsOfSteps ? STEP : STEP_OF_STEP;
  }

  private static int bits(long value) {
    return BitLength.of(ZigZag.encode(value));
  }

  private static long[] misses(long[] values, int count, int order) {
    var misses = new long[order == AROUND ? count : count - order];
    for (int i = order; i < count; i++) {
      misses[i - order] =
          switch (order) {
            case AROUND -> values[i] - values[0];
            case STEP -> values[i] - values[i - 1];
            default -> (values[i] - values[i - 1]) - (values[i - 1] - values[i - 2]);
          };
    }
    return misses;
  }

  private static void divide(long[] misses, long divisor) {
    if (divisor != 1) {
      for (int i = 0; i < misses.length; i++) {
        misses[i] /= divisor;
      }
    }
  }

  /** Moves the numbers around their mean, and returns it. */
  private static long centre(long[] misses) {
    double sum = 0;
    for (long miss : misses) {
      sum += miss;
    }
    long centre = Math.round(sum / misses.length);
    for (int i = 0; i < misses.length; i++) {
      misses[i] -= centre;
    }
    return centre;
  }
}
