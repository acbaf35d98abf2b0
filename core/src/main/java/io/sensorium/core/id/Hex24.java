package io.sensorium.core.id;

import java.util.regex.Pattern;

/** The form of user, install, account and application ids: 24 lower-case hexadecimal digits. */
final class Hex24 {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

  private Hex24() {}

  static boolean matches(String value) {
    return FORM.matcher(value).matches();
  }

  static String require(String value) {
    if (!matches(value)) {
      throw new IllegalArgumentException("not 24 lower-case hexadecimal digits: " + value);
    }
    return value;
  }
}
