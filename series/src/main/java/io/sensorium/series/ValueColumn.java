package io.sensorium.series;

/** Codes the values of a series; blanks, which are NaN, stand in another column. */
final class ValueColumn {
  /*
   * Sensors send short decimals. They are stored as integers times a power of ten; the few that are
   * not (a mean that somebody worked out) apart, with their places, as long as they are few. Columns
   * of other numbers are stored as they are, byte planes of their differences apart and deflated.
   */

  private static final int RAW = 15;
  private static final int WITH_ODD = 16;
  private static final int FEW = 16;

  private ValueColumn() {}

  static void write(ByteWriter out, double[] values, int count) {
    if (count == 0) {
      return;
    }
    var scaled = new long[count];
    int power = commonPower(values, scaled, count);
    if (power >= 0) {
      out.writeByte(power);
      FittedColumn.write(out, scaled, count);
      return;
    }
    int usual = usualPower(values, count);
    int odd = usual < 0 ? count : scaleMost(values, scaled, count, usual);
    if (odd <= count / FEW) {
      out.writeByte(WITH_ODD | usual);
      writeOdd(out, values, count, usual, odd);
      FittedColumn.write(out, scaled, count);
    } else {
      writeRaw(out.writeByte(RAW), values, scaled, count);
    }
  }

  static void read(ByteReader in, double[] values, int count) {
    if (count == 0) {
      return;
    }
    int head = in.readByte();
    if (head == RAW) {
      readRaw(in, values, count);
      return;
    }
    int power = head & ~WITH_ODD;
    if (power > Decimals.MAX_POWER) {
      throw new DamagedBytesException("no such power of ten: " + power);
    }
    int odd = head == power ? 0 : in.readCount(count);
    var places = new long[odd];
    var oddValues = new double[odd];
    readOdd(in, places, oddValues);
    var scaled = new long[count];
    FittedColumn.read(in, scaled, count);
    for (int i = 0; i < count; i++) {
      values[i] = Decimals.value(scaled[i], power);
    }
    for (int i = 0; i < odd; i++) {
      if (places[i] < 0 || places[i] >= count) {
        throw new DamagedBytesException("a value lies outside of its column");
      }
      values[(int) places[i]] = oddValues[i];
    }
  }

  /**
   * Reads a column of at least one row as integers times a power of ten.
   *
   * @return the power; -1 when the column is no such one, and nothing was read
   */
  static int readScaled(ByteReader in, long[] scaled, int count) {
    int power = in.peekByte();
    if (power > Decimals.MAX_POWER) {
      return -1;
    }
    in.readByte();
    FittedColumn.read(in, scaled, count);
    return power;
  }

  /**
   * Fills {@code scaled}, blanks as what is before them, and returns the power under which all are
   * integers; -1 without one.
   */
  static int commonPower(double[] values, long[] scaled, int count) {
    int power = 0;
    int i = 0;
    while (i < count) {
      long number = Double.isNaN(values[i]) ? before(scaled, i) : Decimals.scaled(values[i], power);
      if (number != Decimals.NONE) {
        scaled[i++] = number;
      } else if (++power > Decimals.MAX_POWER) {
        return -1;
      } else {
        i = 0;
      }
    }
    return power;
  }

  /** The greatest power that one of the decimals needs; -1 when there are none. */
  private static int usualPower(double[] values, int count) {
    int usual = -1;
    for (int i = 0; i < count; i++) {
      usual = Math.max(usual, Decimals.powerOf(values[i]));
    }
    return usual;
  }

  /** Fills {@code scaled}, and tells how many are no integers under the power. */
  private static int scaleMost(double[] values, long[] scaled, int count, int power) {
    int odd = 0;
    for (int i = 0; i < count; i++) {
      boolean isOdd = isOdd(values[i], power);
      odd += isOdd ? 1 : 0;
      boolean filled = isOdd || Double.isNaN(values[i]);
      scaled[i] = filled ? before(scaled, i) : Decimals.scaled(values[i], power);
    }
    return odd;
  }

  private static boolean isOdd(double value, int power) {
    return !Double.isNaN(value) && Decimals.scaled(value, power) == Decimals.NONE;
  }

  private static long before(long[] scaled, int i) {
    return i == 0 ? 0 : scaled[i - 1];
  }

  private static void writeOdd(ByteWriter out, double[] values, int count, int power, int odd) {
    out.writeVarint(odd);
    for (int i = 0; i < count; i++) {
      if (isOdd(values[i], power)) {
        out.writeVarint(i).writeReal(values[i]);
      }
    }
  }

  private static void readOdd(ByteReader in, long[] places, double[] values) {
    for (int i = 0; i < places.length; i++) {
      places[i] = in.readVarint();
      values[i] = in.readReal();
    }
  }

  private static void writeRaw(ByteWriter out, double[] values, long[] bits, int count) {
    long before = 0;
    for (int i = 0; i < count; i++) {
      long now = Double.doubleToRawLongBits(values[i]);
      bits[i] = now ^ before;
      before = now;
    }
    BytePlanes.write(out, bits, count, Double.BYTES);
  }

  private static void readRaw(ByteReader in, double[] values, int count) {
    var bits = new long[count];
    BytePlanes.read(in, bits, count, Double.BYTES);
    long before = 0;
    for (int i = 0; i < count; i++) {
      before ^= bits[i];
      values[i] = Double.longBitsToDouble(before);
    }
  }
}
