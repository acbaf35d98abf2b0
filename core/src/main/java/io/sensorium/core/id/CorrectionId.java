package io.sensorium.core.id;

/** Names one correction that a person gave. */
public record CorrectionId(String value) {

  public CorrectionId {
    Hex24.require(value);
  }

  /** Tells whether the text has the form of an id: 24 lower-case hexadecimal digits. */
  public static boolean isValid(String text) {
    return Hex24.matches(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
