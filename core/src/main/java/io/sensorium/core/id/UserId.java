package io.sensorium.core.id;

/**
 * A person whose days are known here, or somebody who reads them. An SDK user's id and the person
 * id that linking returns are the same.
 */
public record UserId(String value) {

  public UserId {
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
