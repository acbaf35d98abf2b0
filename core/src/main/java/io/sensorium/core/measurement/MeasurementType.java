package io.sensorium.core.measurement;

import java.util.Optional;

/** What a row of measurements is; the codes are the sensor API's. */
public enum MeasurementType {
  /** Measured at its interval. */
  REGULAR(1),
  /** Measured because somebody pressed the sensor's button. */
  BUTTON(5),
  /** The mean of a group; made for an answer, never stored. */
  GROUPED(10),
  /** Tells that there is no value: the only type whose value is NaN. */
  BLANK(20),
  /** Filled in between measurements; made for an answer, never stored. */
  INTERPOLATED(30);

  private final int code;

  MeasurementType(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static Optional<MeasurementType> find(int code) {
    for (var type : values()) {
      if (type.code == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
