package io.sensorium.core.alarm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm that was triggered or recovered, as measurements tell it.
 *
 * @param event triggered or recovered
 * @param date when, by the dates of the measurements
 * @param value when triggered, the last value of the excess until then; when recovered, the value
 *     that ended it
 * @param duration when recovered, how long the alarm had been active; else null
 */
public record AlarmTransition(
    AlarmEvent event,
    Instant date,
    double value,
    AlarmCondition condition,
    @Nullable Duration duration) {

  public AlarmTransition {
    boolean isKnown =
        switch (event) {
          case TRIGGERED -> duration == null;
          case RECOVERED -> duration != null;
          case ACKNOWLEDGED, DELETED -> false;
        };
    if (!isKnown) {
      throw new IllegalArgumentException(event + " with the duration " + duration);
    }
  }

  /** Whether it is the same fact; its value and duration may have been corrected. */
  public boolean isSameFactAs(AlarmTransition other) {
    return event == other.event && date.equals(other.date);
  }
}
