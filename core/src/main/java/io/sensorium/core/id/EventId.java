package io.sensorium.core.id;

/**
 * Names one timeline event, drawn once when the event is first published: 64 hexadecimal digits for
 * a transport, a random UUID for a stay.
 */
public record EventId(String value) {

  private static final int TRANSPORT_LENGTH = 64;
  private static final int STAY_LENGTH = 36;
  private static final int[] STAY_DASHES = {8, 13, 18, 23};

  public EventId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an event id: " + value);
    }
  }

  /** Tells whether the text has one of the two forms. */
  public static boolean isValid(String text) {
    return text.length() == TRANSPORT_LENGTH
        ? HexDigits.fill(text, 0, TRANSPORT_LENGTH)
        : text.length() == STAY_LENGTH && isUuid(text);
  }

  private static boolean isUuid(String text) {
    int from = 0;
    for (int dash : STAY_DASHES) {
      if (text.charAt(dash) != '-' || !HexDigits.fill(text, from, dash)) {
        return false;
      }
      from = dash + 1;
    }
    return HexDigits.fill(text, from, STAY_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
