package io.sensorium.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * A sum without rounding, so that it is the same in any order and however its numbers are divided.
 *
 * <p>Numbers that stand for decimals of at most 15 digits, 8 of them behind the point, count as
 * these decimals; others as the binary number that they are. For one thread.
 */
public final class ExactSum {
  /*
   * Decimals: an integer of 128 bits in units of 10^-8. Others: doubles that do not overlap, whose
   * sum is exact [1]. Giants, whose sum might not be a double: in a BigDecimal.
   *
   * [1] Shewchuk: Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates,
   * 1997
   */

  /** So many scaled numbers, which are below 10^15, have a sum that is a long. */
  static final int MOST_SUMMED = 4_096;

  private static final double GIANT = 0x1p960;
  private static final MathContext ENOUGH_DIGITS = new MathContext(25);
  private static final long MAX_EXACT = 1L << 53;
  private static final long UNITS = Decimals.factor(Decimals.MAX_POWER);
  private static final double[] NO_PARTS = {};

  private long high;
  private long low;
  private double[] parts = NO_PARTS;
  private int partCount;
  private BigDecimal giants = BigDecimal.ZERO;
  private int usualPower;

  /** Adds a finite number. */
  public void add(double value) {
    long scaled = Decimals.scaled(value, usualPower);
    if (scaled == Decimals.NONE) {
      int power = Decimals.powerOf(value);
      if (power < 0) {
        addBinary(value);
        return;
      }
      usualPower = Math.max(usualPower, power);
      scaled = Decimals.scaled(value, usualPower);
      if (scaled == Decimals.NONE) {
        addScaled(Decimals.scaled(value, power), power);
        return;
      }
    }
    addScaled(scaled, usualPower);
  }

  /** Adds a sum. */
  public void add(ExactSum other) {
    addWide(other.high, other.low);
    for (int i = 0; i < other.partCount; i++) {
      addPart(other.parts[i]);
    }
    giants = giants.add(other.giants);
  }

  /** Adds {@code scaled} divided by ten to that power. */
  void addScaled(long scaled, int power) {
    long factor = Decimals.factor(Decimals.MAX_POWER - power);
    addWide(Math.multiplyHigh(scaled, factor), scaled * factor);
  }

  /** The sum divided by a count, rounded once. */
  public double dividedBy(long count) {
    boolean plain = partCount == 0 && giants.signum() == 0 && high == (low >> 63);
    if (plain && low >= -MAX_EXACT && low <= MAX_EXACT && count <= MAX_EXACT / UNITS) {
      return (double) low / (count * UNITS); // of two numbers that doubles hold: rounded once
    }
    return toBigDecimal().divide(BigDecimal.valueOf(count), ENOUGH_DIGITS).doubleValue();
  }

  public BigDecimal toBigDecimal() {
    var decimals = BigInteger.valueOf(high).shiftLeft(64).add(unsigned(low));
    var sum = new BigDecimal(decimals, Decimals.MAX_POWER).add(giants);
    for (int i = 0; i < partCount; i++) {
      sum = sum.add(new BigDecimal(parts[i]));
    }
    return sum;
  }

  void write(ByteWriter out) {
    boolean small = high == (low >> 63);
    int trimmed = small ? trailingZeros(low) : 0;
    boolean plain = partCount == 0 && giants.signum() == 0;
    out.writeByte((plain ? 0 : 32) | (small ? 0 : 16) | trimmed);
    if (small) {
      out.writeSigned(low / Decimals.factor(trimmed));
    } else {
      out.writeLong(high).writeLong(low);
    }
    if (!plain) {
      out.writeVarint(partCount);
      for (int i = 0; i < partCount; i++) {
        out.writeReal(parts[i]);
      }
      out.writeText(giants.signum() == 0 ? "" : giants.toString());
    }
  }

  static ExactSum read(ByteReader in) {
    var sum = new ExactSum();
    int head = in.readByte();
    int trimmed = head & 15;
    if (head > 63 || trimmed > Decimals.MAX_POWER) {
      throw new DamagedBytesException("no such sum: " + head);
    }
    if ((head & 16) == 0) {
      sum.low = in.readSigned() * Decimals.factor(trimmed);
      sum.high = sum.low >> 63;
    } else {
      sum.high = in.readLong();
      sum.low = in.readLong();
    }
    if ((head & 32) != 0) {
      sum.readRest(in);
    }
    return sum;
  }

  private void readRest(ByteReader in) {
    partCount = in.readCount(in.remaining() / Double.BYTES);
    parts = new double[partCount];
    for (int i = 0; i < partCount; i++) {
      parts[i] = in.readReal();
      if (!Double.isFinite(parts[i])) {
        throw new DamagedBytesException("a part of a sum is not finite");
      }
    }
    var text = in.readText();
    try {
      giants = text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new DamagedBytesException("no such sum: " + text);
    }
  }

  private void addWide(long otherHigh, long otherLow) {
    low += otherLow;
    int carry = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
    high += otherHigh + carry;
  }

  private void addBinary(double value) {
    if (Math.abs(value) >= GIANT) {
      giants = giants.add(new BigDecimal(value));
    } else {
      addPart(value);
    }
  }

  /** The parts grow from the least one up; those that become zero go. */
  private void addPart(double value) {
    double rest = value;
    int kept = 0;
    for (int i = 0; i < partCount; i++) {
      double sum = rest + parts[i];
      double virtual = sum - rest;
      double error = (rest - (sum - virtual)) + (parts[i] - virtual);
      if (error != 0) {
        parts[kept++] = error;
      }
      rest = sum;
    }
    if (kept == parts.length) {
      parts = Arrays.copyOf(parts, Math.max(4, 2 * kept));
    }
    if (rest != 0) {
      parts[kept++] = rest;
    }
    partCount = kept;
  }

  private static int trailingZeros(long number) {
    long rest = number;
    int zeros = 0;
    while (zeros < Decimals.MAX_POWER && rest % 10 == 0) {
      rest /= 10;
      zeros++;
    }
    return zeros;
  }

  private static BigInteger unsigned(long bits) {
    var number = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? number.setBit(63) : number;
  }
}
