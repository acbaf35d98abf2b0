package io.sensorium.intake.measurements;

import io.sensorium.core.text.Unicode;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway names one of its data sources.
 *
 * @param sensor the sensor's serial
 * @param source the serial of the source within its sensor
 */
public record SourceName(String sensor, String source) {

  /** A serial has at most so many characters. */
  public static final int MAX_LENGTH = 1_000;

  /** Why a serial cannot be one, or null when it can. */
  public static @Nullable String problemOf(String field, @Nullable String serial) {
    if (serial == null || serial.isBlank()) {
      return field + ": is missing";
    }
    if (serial.length() > MAX_LENGTH) {
      return field + ": must have at most " + MAX_LENGTH + " characters";
    }
    return Unicode.isPrintable(serial) ? null : field + ": must not have control characters";
  }
}
