package io.sensorium.api.sensors;

import io.sensorium.api.sensors.parameter.Parameters;

/** Passwords that somebody wants to have. */
final class NewPassword {

  private static final int LEAST_LENGTH = 8;
  private static final int MAX_LENGTH = 1_000;

  private NewPassword() {}

  static String get(Parameters parameters, String name) {
    var password = parameters.findExact(name).orElseThrow(() -> Parameters.missing(name));
    int length = password.codePointCount(0, password.length());
    if (length < LEAST_LENGTH || length > MAX_LENGTH) {
      throw Parameters.invalid(
          name, "must have " + LEAST_LENGTH + " to " + MAX_LENGTH + " characters");
    }
    return password;
  }
}
