package io.sensorium.core.id;

import java.util.regex.Pattern;

/**
 * Names one timeline event, drawn once when the event is first published: 64 hexadecimal digits for
 * a transport, a random UUID for a stay.
 */
public record EventId(String value) {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public EventId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an event id: " + value);
    }
  }

  /** Tells whether the text has one of the two forms. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
