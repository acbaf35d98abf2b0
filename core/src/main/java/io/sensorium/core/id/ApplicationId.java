package io.sensorium.core.id;

/** An app that phones and API keys belong to. */
public record ApplicationId(String value) implements Owner {

  public ApplicationId {
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
