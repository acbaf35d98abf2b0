package io.sensorium.intake.influx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sensorium.intake.text.Decimals;

/** The value of a field that is not a string. */
final class FieldValue {

  /** Digits and sign of a 64-bit number, and its suffix. */
  private static final int MAX_INTEGER_LENGTH = 21;

  /** One more than any boolean has. */
  private static final int LONGEST_BOOLEAN = 6;

  private FieldValue() {}

  /**
   * A float, an integer with {@code i} or {@code u}, 1 or 0 for a boolean; NaN for what is none.
   */
  static double read(byte[] bytes, int from, int to) {
    if (from == to) {
      return Double.NaN;
    }
    byte last = bytes[to - 1];
    if (last == 'i' || last == 'u') {
      return integer(bytes, from, to - 1);
    }
    byte first = bytes[from];
    if (first > '9') {
      return bool(bytes, from, to);
    }
    return Decimals.parse(bytes, from, to - from);
  }

  private static double integer(byte[] bytes, int from, int to) {
    if (to - from > MAX_INTEGER_LENGTH) {
      return Double.NaN;
    }
    for (int at = from; at < to; at++) {
      boolean digit = bytes[at] >= '0' && bytes[at] <= '9';
      if (!digit && !(at == from && bytes[at] == '-')) {
        return Double.NaN;
      }
    }
    return Decimals.parse(bytes, from, to - from);
  }

  private static double bool(byte[] bytes, int from, int to) {
    return switch (new String(bytes, from, Math.min(to - from, LONGEST_BOOLEAN), US_ASCII)) {
      case "t", "T", "true", "True", "TRUE" -> 1;
      case "f", "F", "false", "False", "FALSE" -> 0;
      default -> Double.NaN;
    };
  }
}
