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

  private Numbers() {}

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
