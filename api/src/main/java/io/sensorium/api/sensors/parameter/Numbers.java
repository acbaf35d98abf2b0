package io.sensorium.api.sensors.parameter;

import java.util.regex.Pattern;

/** Numbers as clients write them. */
final class Numbers {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

  /** Decimal, with or without an exponent: neither Java's hexadecimal nor its suffixes. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,4})?");

  private Numbers() {}

  static long whole(String name, String text, long least, long greatest) {
    if (WHOLE.matcher(text).matches()) {
      long number = Long.parseLong(text);
      if (number >= least && number <= greatest) {
        return number;
      }
    }
    throw Parameters.invalid(name, "must be a whole number, " + least + " to " + greatest);
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
