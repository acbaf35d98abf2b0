package io.sensorium.core.signals;

import java.time.Instant;

/**
 * What the phone's own recogniser took the person to be doing.
 *
 * @param confidenceRatio 0 to 1
 */
public record ActivitySample(Instant time, ActivityType type, double confidenceRatio) {

  public ActivitySample {
    if (!(confidenceRatio >= 0 && confidenceRatio <= 1)) {
      throw new IllegalArgumentException("confidence must be within 0..1: " + confidenceRatio);
    }
  }
}
