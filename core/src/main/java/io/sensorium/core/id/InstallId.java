package io.sensorium.core.id;

/** One installation of an app on one phone. */
public record InstallId(String value) {

  public InstallId {
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
