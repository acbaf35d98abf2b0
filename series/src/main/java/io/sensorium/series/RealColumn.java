package io.sensorium.series;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

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
    writePlanes(out, scaled, count, Double.BYTES);
  }

  static void read(ByteReader in, double[] values, int count) {
    int power = in.readByte();
    var scaled = new long[count];
    if (power == RAW) {
      readPlanes(in, scaled, count, Double.BYTES);
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
    writePlanes(out, scaled, count, Float.BYTES);
  }

  static void readFloats(ByteReader in, float[] values, int count) {
    int power = in.readByte();
    var scaled = new long[count];
    if (power == RAW) {
      readPlanes(in, scaled, count, Float.BYTES);
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

  private static void writePlanes(ByteWriter out, long[] values, int count, int width) {
    var planes = new byte[count * width];
    for (int plane = 0; plane < width; plane++) {
      for (int i = 0; i < count; i++) {
        planes[plane * count + i] = (byte) (values[i] >>> (8 * plane));
      }
    }
    var packed = deflate(planes);
    out.writeVarint(packed.length).writeBytes(packed);
  }

  private static void readPlanes(ByteReader in, long[] values, int count, int width) {
    var planes = inflate(in.readBytes(in.readCount(in.remaining())), count * width);
    for (int plane = 0; plane < width; plane++) {
      for (int i = 0; i < count; i++) {
        values[i] |= (planes[plane * count + i] & 0xffL) << (8 * plane);
      }
    }
  }

  private static byte[] deflate(byte[] bytes) {
    try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(bytes);
      deflater.finish();
      var packed = new byte[bytes.length + 64];
      int size = 0;
      while (!deflater.finished()) {
        if (size == packed.length) {
          packed = Arrays.copyOf(packed, size * 2);
        }
        size += deflater.deflate(packed, size, packed.length - size);
      }
      return Arrays.copyOf(packed, size);
    }
  }

  private static byte[] inflate(byte[] packed, int size) {
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      var bytes = new byte[size];
      int filled = 0;
      while (filled < size) {
        int count = inflater.inflate(bytes, filled, size - filled);
        if (count == 0) {
          throw new DamagedBytesException("packed numbers end too early");
        }
        filled += count;
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new DamagedBytesException("packed numbers are damaged: " + e.getMessage());
    }
  }
}
