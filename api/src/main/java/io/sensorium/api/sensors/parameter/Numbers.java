package io.sensorium.api.sensors.parameter;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers as clients write them. */
final class Numbers {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");

  /** Decimal, with or without an exponent: neither Java's hexadecimal nor its suffixes. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,4})?");

  private Numbers() {}

  static long whole(String name, String text, long least, long greatest) {
    if (WHOLE.matcher(text).matches()) {
      var number = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
      if (isBetween(number, least, greatest)) {
        return number.longValueExact();
      }
    }
    throw Parameters.invalid(name, "must be a whole number, " + least + " to " + greatest);
  }

  private static boolean isBetween(BigInteger number, long least, long greatest) {
    return number.compareTo(BigInteger.valueOf(least)) >= 0
        && number.compareTo(BigInteger.valueOf(greatest)) <= 0;
  }

  static double finite(String name, String text) {
    if (DECIMAL.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw Parameters.invalid(name, "must be a number");
  }
}
