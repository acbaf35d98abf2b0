package io.sensorium.series;

/** How many bits a number has. */
final class BitLength {

  private static final int EXACT_BITS = 52;
  private static final int MANTISSA_BITS = 52;
  private static final int EXPONENT_BIAS = 1_023;

  private BitLength() {}

  /** Up to and with its highest one; 64 for those below zero, 0 for zero. */
  static int of(long number) {
    if (number >>> EXACT_BITS != 0) {
      return Long.SIZE - Long.numberOfLeadingZeros(number);
    }
    // by the exponent of a double: Java's quick compiler has no instruction for leading zeros
    double odd = 2 * number + 1;
    return (int) (Double.doubleToRawLongBits(odd) >>> MANTISSA_BITS) - EXPONENT_BIAS;
  }
}
