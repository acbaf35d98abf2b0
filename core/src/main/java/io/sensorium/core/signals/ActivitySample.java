package io.sensorium.core.signals;

import java.time.Instant;
import java.util.Comparator;

/**
 * What the phone's own recogniser took the person to be doing.
 *
 * @param confidenceRatio 0 to 1
 */
public record ActivitySample(Instant time, ActivityType type, double confidenceRatio) {

  /** By time; samples of one instant in an order that depends on nothing else. */
  public static final Comparator<ActivitySample> ORDER =
      Comparator.comparing(ActivitySample::time)
          .thenComparing(ActivitySample::type)
          .thenComparingDouble(ActivitySample::confidenceRatio);

  public ActivitySample {
    if (!(confidenceRatio >= 0 && confidenceRatio <= 1)) {
      throw new IllegalArgumentException("confidence must be within 0..1: " + confidenceRatio);
    }
  }
}
