package io.sensorium.intake.text;

import java.math.BigInteger;

/** The double that is nearest to a decimal of up to 19 digits. */
final class DecimalRounding {
  /*
   * A mantissa up to 2^53 and a power of ten up to 10^22 are exact as doubles, so their quotient is
   * rounded once, and rightly (Clinger, PLDI 1990). Beyond that, the mantissa is multiplied by a
   * reciprocal power of five of 128 bits, of which the upper 64 decide nearly always (Lemire,
   * "Number parsing at a gigabyte per second", 2021). As powers end at 10^-22, the product is never
   * undecided after the lower 64, and never subnormal.
   */

  /** More decimals are not read here. */
  static final int MOST_DECIMALS = 22;

  /** Digits that always fit 64 bits without a sign. */
  static final int MOST_DIGITS = 19;

  private static final long LARGEST_EXACT_MANTISSA = 1L << 53;
  private static final int MANTISSA_BITS = 52;
  private static final int EXPONENT_BIAS = 1_023;

  /** Bits of the upper half of the product that do not reach the mantissa. */
  private static final long UNUSED_BITS = 0x1FF;

  private static final double[] POWERS_OF_TEN = new double[MOST_DECIMALS + 1];
  private static final long[] RECIPROCALS_HIGH = new long[MOST_DECIMALS + 1];
  private static final long[] RECIPROCALS_LOW = new long[MOST_DECIMALS + 1];

  static {
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      POWERS_OF_TEN[decimals] = BigInteger.TEN.pow(decimals).doubleValue();
      var reciprocal = reciprocalOfFive(decimals);
      RECIPROCALS_HIGH[decimals] = reciprocal.shiftRight(Long.SIZE).longValue();
      RECIPROCALS_LOW[decimals] = reciprocal.longValue();
    }
  }

  private DecimalRounding() {}

  /** 5 to the minus {@code power}, as 128 bits of which the first is set, rounded up. */
  private static BigInteger reciprocalOfFive(int power) {
    if (power == 0) {
      return BigInteger.ONE.shiftLeft(2 * Long.SIZE - 1);
    }
    var five = BigInteger.valueOf(5).pow(power);
    int bits = five.bitLength() + 2 * Long.SIZE - 1;
    return BigInteger.ONE.shiftLeft(bits).divide(five).add(BigInteger.ONE);
  }

  /**
   * {@code mantissa / 10^decimals}.
   *
   * @param mantissa without a sign
   */
  static double divide(long mantissa, int decimals) {
    if (mantissa >= 0 && mantissa <= LARGEST_EXACT_MANTISSA) {
      return mantissa / POWERS_OF_TEN[decimals];
    }
    int leadingZeros = Long.numberOfLeadingZeros(mantissa);
    long normal = mantissa << leadingZeros;
    long high = Math.unsignedMultiplyHigh(normal, RECIPROCALS_HIGH[decimals]);
    long low = normal * RECIPROCALS_HIGH[decimals];
    if ((high & UNUSED_BITS) == UNUSED_BITS) {
      long carried = Math.unsignedMultiplyHigh(normal, RECIPROCALS_LOW[decimals]);
      low += carried;
      high += Long.compareUnsigned(low, carried) < 0 ? 1 : 0;
    }
    return rounded(high, low, decimals, leadingZeros);
  }

  private static double rounded(long high, long low, int decimals, int leadingZeros) {
    int upperBit = (int) (high >>> (Long.SIZE - 1));
    int shift = upperBit + Long.SIZE - MANTISSA_BITS - 3;
    long mantissa = high >>> shift;
    boolean half = low >= 0 && low <= 1 && (mantissa & 3) == 1 && (mantissa << shift) == high;
    mantissa = half ? mantissa - 1 : mantissa + (mantissa & 1);
    mantissa >>>= 1;
    long exponent = binaryExponent(decimals) + upperBit - leadingZeros + EXPONENT_BIAS;
    if (mantissa == 2L << MANTISSA_BITS) {
      mantissa >>>= 1;
      exponent++;
    }
    return Double.longBitsToDouble(
        (exponent << MANTISSA_BITS) | (mantissa & ~(1L << MANTISSA_BITS)));
  }

  /** The exponent of two of a product with 10 to the minus {@code decimals}. */
  private static long binaryExponent(long decimals) {
    return ((-217_706 * decimals) >> 16) + Long.SIZE - 1;
  }
}
