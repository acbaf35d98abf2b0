package io.sensorium.series;

import java.util.Arrays;

/** Codes a column of doubles or floats without loss. */
final class RealColumn {
  /*
   * Numbers that came as short decimals are stored as integers times a power of ten: the first power
   * under which every number comes back bit by bit. Others are stored as they are, byte planes apart
   * and deflated, since signs and exponents repeat.
   */

  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
  private static final double LARGEST = 1e15;
  private static final int RAW = 0xff;

  private RealColumn() {}

  static void write(ByteWriter out, double[] values, int count) {
    var scaled = new long[count];
    int power = scale(values, scaled, count, false);
    if (power >= 0) {
      out.writeByte(power);
      LongColumn.write(out, scaled, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      scaled[i] = Double.doubleToRawLongBits(values[i]);
    }
    out.writeByte(RAW);
    BytePlanes.write(out, scaled, count, Double.BYTES);
  }

  static void read(ByteReader in, double[] values, int count) {
    int power = in.readByte();
    var scaled = new long[count];
    if (power == RAW) {
      BytePlanes.read(in, scaled, count, Double.BYTES);
      Arrays.setAll(values, i -> Double.longBitsToDouble(scaled[i]));
      return;
    }
    double divisor = divisor(power);
    LongColumn.read(in, scaled, count);
    Arrays.setAll(values, i -> scaled[i] / divisor);
  }

  static void writeFloats(ByteWriter out, float[] values, int count) {
    var widened = new double[count];
    Arrays.setAll(widened, i -> values[i]);
    var scaled = new long[count];
    int power = scale(widened, scaled, count, true);
    if (power >= 0) {
      out.writeByte(power);
      LongColumn.write(out, scaled, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      scaled[i] = Float.floatToRawIntBits(values[i]) & 0xffff_ffffL;
    }
    out.writeByte(RAW);
    BytePlanes.write(out, scaled, count, Float.BYTES);
  }

  static void readFloats(ByteReader in, float[] values, int count) {
    int power = in.readByte();
    var scaled = new long[count];
    if (power == RAW) {
      BytePlanes.read(in, scaled, count, Float.BYTES);
      for (int i = 0; i < count; i++) {
        values[i] = Float.intBitsToFloat((int) scaled[i]);
      }
      return;
    }
    double divisor = divisor(power);
    LongColumn.read(in, scaled, count);
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scaled[i] / divisor);
    }
  }

  private static double divisor(int power) {
    if (power >= POWERS.length) {
      throw new DamagedBytesException("no such power of ten: " + power);
    }
    return POWERS[power];
  }

  /** Fills {@code scaled} and returns the power of ten that fits; -1 when none does. */
  private static int scale(double[] values, long[] scaled, int count, boolean floats) {
    int power = 0;
    int i = 0;
    while (i < count) {
      if (fits(values[i], scaled, i, POWERS[power], floats)) {
        i++;
      } else if (++power == POWERS.length) {
        return -1;
      } else {
        i = 0;
      }
    }
    return power;
  }

  private static boolean fits(double value, long[] scaled, int i, double factor, boolean floats) {
    double rounded = StrictMath.rint(value * factor);
    if (!(Math.abs(rounded) < LARGEST)) {
      return false;
    }
    scaled[i] = (long) rounded;
    double back = scaled[i] / factor;
    return floats
        ? Float.floatToRawIntBits((float) back) == Float.floatToRawIntBits((float) value)
        : Double.doubleToRawLongBits(back) == Double.doubleToRawLongBits(value);
  }
}
