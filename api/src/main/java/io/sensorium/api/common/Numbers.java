package io.sensorium.api.common;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the APIs print them, in their shortest forms. */
final class Numbers {

  private static final double LEAST_PLAIN = 1e-7;
  private static final double GREATEST_PLAIN = 1e21;

  /** Between these Java writes numbers without an exponent. */
  private static final double LEAST_JAVA_PLAIN = 1e-3;

  private static final double GREATEST_JAVA_PLAIN = 1e7;

  /** The most bytes of a number that {@link #put} puts. */
  static final int MOST_QUICK = AsciiDigits.MOST + 1;

  /** Below this, with its decimals before the point, a number is far from the end of its digits. */
  private static final double MOST_SCALED = 1e9;

  /** Nearer than this to half a digit, the decimal form of the number decides how it is rounded. */
  private static final double NEAR_HALF = 1e-4;

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

  private Numbers() {}

  /** Whether {@link #put} can put the number. */
  static boolean isQuick(double value, int maxDecimals) {
    if (maxDecimals >= POWERS.length) {
      return false;
    }
    double scaled = Math.abs(value) * POWERS[maxDecimals];
    return scaled < MOST_SCALED && Math.abs(scaled - (long) scaled - 0.5) > NEAR_HALF;
  }

  /** The same as {@link #shortest}, as bytes, for numbers that are {@link #isQuick quick}. */
  static int put(byte[] bytes, int at, double value, int maxDecimals) {
    long scaled = (long) (Math.abs(value) * POWERS[maxDecimals] + 0.5);
    int decimals = maxDecimals;
    while (decimals > 0 && scaled % 10 == 0) {
      scaled /= 10;
      decimals--;
    }
    int position = at;
    if (value < 0 && scaled != 0) {
      bytes[position++] = '-';
    }
    position = AsciiDigits.put(bytes, position, scaled / POWERS[decimals]);
    if (decimals == 0) {
      return position;
    }
    bytes[position++] = '.';
    return AsciiDigits.putPadded(bytes, position, (int) (scaled % POWERS[decimals]), decimals);
  }

  /**
   * The shortest form that reads back as the same number: 23, -0.5; beyond 21 digits with an
   * exponent.
   */
  static String exact(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number for " + value);
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size >= LEAST_JAVA_PLAIN && size < GREATEST_JAVA_PLAIN) {
      var text = Double.toString(value);
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
    var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return size >= LEAST_PLAIN && size < GREATEST_PLAIN
        ? shortest.toPlainString()
        : shortest.toString();
  }

  /**
   * At most {@code maxDecimals} decimals, rounded half away from zero; no trailing zeros, whole
   * numbers bare: 23, -1, 4.4981.
   */
  static String shortest(double value, int maxDecimals) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number for " + value);
    }
    var rounded = BigDecimal.valueOf(value).setScale(maxDecimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
