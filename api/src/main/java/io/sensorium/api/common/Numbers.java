package io.sensorium.api.common;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the APIs print them: the shortest form, never an exponent. */
final class Numbers {

  private Numbers() {}

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
