package io.sensorium.core.driving;

import org.jspecify.annotations.Nullable;

/**
 * What was observed in a transport besides its way.
 *
 * @param phoneHandlingMillis how long the phone was handled; null when that was not observed
 * @param annotatedDistanceMeters driven within boundaries, where manoeuvres can be told; null when
 *     there are none
 */
public record BehaviorFeatures(
    @Nullable Long phoneHandlingMillis, @Nullable Long annotatedDistanceMeters) {

  public static final BehaviorFeatures NOT_OBSERVED = new BehaviorFeatures(null, null);

  public BehaviorFeatures {
    if (phoneHandlingMillis != null && phoneHandlingMillis < 0) {
      throw new IllegalArgumentException("handling must not be negative: " + phoneHandlingMillis);
    }
    if (annotatedDistanceMeters != null && annotatedDistanceMeters < 0) {
      throw new IllegalArgumentException(
          "distance must not be negative: " + annotatedDistanceMeters);
    }
  }
}
