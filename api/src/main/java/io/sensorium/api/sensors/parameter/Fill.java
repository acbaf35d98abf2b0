package io.sensorium.api.sensors.parameter;

/** What stands where a group has no measurements. */
public enum Fill {
  /** Nothing: there is no row. */
  NONE,
  /** A row without a value. */
  BLANK,
  /** A value on the line between its neighbours. */
  LINEAR;

  public static Fill read(Parameters parameters) {
    return parameters
        .find("fill")
        .map(
            name ->
                switch (name) {
                  case "blank" -> BLANK;
                  case "linear" -> LINEAR;
                  default -> throw Parameters.invalid("fill", "must be blank or linear");
                })
        .orElse(NONE);
  }
}
