package io.sensorium.api.sensors;

import io.sensorium.api.sensors.parameter.Parameters;
import java.util.regex.Pattern;

/** E-mail addresses, as far as they are checked: only a mail that arrives proves one. */
final class Email {

  private static final String PARAMETER = "email";
  private static final int MAX_LENGTH = 254;

  /** A colon would end it in HTTP Basic. */
  private static final Pattern FORM = Pattern.compile("[^\\s\\p{Cntrl}:@]+@[^\\s\\p{Cntrl}:@]+");

  private Email() {}

  static String get(Parameters parameters) {
    var email = parameters.getText(PARAMETER, MAX_LENGTH);
    if (!FORM.matcher(email).matches()) {
      throw Parameters.invalid(PARAMETER, "must be an e-mail address");
    }
    return email;
  }
}
