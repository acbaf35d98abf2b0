package io.sensorium.intake.measurements;

import io.sensorium.core.sensing.SourceType;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells about a source beside its name; counts when the source is made for it.
 *
 * @param sensorTitle null when the sensor is called by its serial
 * @param sourceTitle null when the source is called as its type
 */
public record SourceHint(
    @Nullable String sensorTitle, @Nullable String sourceTitle, SourceType type) {

  public static SourceHint of(SourceType type) {
    return new SourceHint(null, null, type);
  }
}
