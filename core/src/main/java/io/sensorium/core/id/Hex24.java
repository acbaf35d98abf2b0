package io.sensorium.core.id;

/** The form of user, install, account and application ids: 24 lower-case hexadecimal digits. */
final class Hex24 {

  private static final int LENGTH = 24;

  private Hex24() {}

  static boolean matches(String value) {
    return value.length() == LENGTH && HexDigits.fill(value, 0, LENGTH);
  }

  static String require(String value) {
    if (!matches(value)) {
      throw new IllegalArgumentException("not 24 lower-case hexadecimal digits: " + value);
    }
    return value;
  }
}
