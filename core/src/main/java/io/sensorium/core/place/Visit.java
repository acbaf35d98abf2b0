package io.sensorium.core.place;

import io.sensorium.core.geo.LatLon;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A stay, as far as it tells which place it was at.
 *
 * @param localStart when it began, by the clock of the place
 * @param duration how long it lasted; null while it goes on
 */
public record Visit(LatLon center, LocalDateTime localStart, @Nullable Duration duration) {

  public Visit {
    if (duration != null && duration.isNegative()) {
      throw new IllegalArgumentException("a visit ends before it starts: " + duration);
    }
  }
}
