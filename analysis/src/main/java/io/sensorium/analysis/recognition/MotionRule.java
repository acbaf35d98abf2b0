package io.sensorium.analysis.recognition;

import io.sensorium.core.signals.ActivityType;
import org.jspecify.annotations.Nullable;

/**
 * What a window of motion is recognised as.
 *
 * @param confidenceRatio 0 to 1
 */
record MotionRule(ActivityType type, double confidenceRatio) {
  /*
   * In the order in which they are asked: what repeats itself is the clearest. The limits and where
   * they come from are in docs/algorithms/recognition.md.
   */

  private static final double LEAST_GRAVITY_MPS2 = 7;
  private static final double MOST_GRAVITY_MPS2 = 13;
  private static final double PERIODIC_RATIO = 0.5;
  private static final double RUNNING_MPS2 = 4;
  private static final double WALKING_MPS2 = 0.8;
  private static final double PEDALLING_MPS2 = 0.7;
  private static final double PEDALLING_RADPS = 0.3;
  private static final double LEAST_RIDE_MPS2 = 0.15;
  private static final double MOST_RIDE_MPS2 = 1.5;
  private static final double RIDE_ROUGHNESS_RATIO = 0.25;
  private static final double RIDE_RADPS = 0.35;
  private static final double STILL_MPS2 = 0.1;
  private static final double STILL_SWAY_MPS2 = 0.3;
  private static final double STILL_RADPS = 0.1;

  static @Nullable MotionRule of(MotionFeatures window) {
    if (!(window.gravityMps2() >= LEAST_GRAVITY_MPS2) || window.gravityMps2() > MOST_GRAVITY_MPS2) {
      return null; // without gravity, or in other units
    }
    if (isRunning(window)) {
      return new MotionRule(ActivityType.RUNNING, 0.5 + 0.5 * window.runningRatio());
    }
    if (window.walkingRatio() >= PERIODIC_RATIO && window.shakeMps2() >= WALKING_MPS2) {
      return new MotionRule(ActivityType.WALKING, 0.5 + 0.5 * window.walkingRatio());
    }
    if (isPedalling(window)) {
      return new MotionRule(ActivityType.ON_BICYCLE, 0.7);
    }
    if (isRiding(window)) {
      return new MotionRule(ActivityType.IN_VEHICLE, 0.6);
    }
    return isStill(window) ? new MotionRule(ActivityType.STILL, 0.75) : null;
  }

  private static boolean isRunning(MotionFeatures window) {
    return window.shakeMps2() >= RUNNING_MPS2
        && window.runningRatio() >= PERIODIC_RATIO
        && window.runningRatio() >= 0.8 * window.walkingRatio();
  }

  private static boolean isPedalling(MotionFeatures window) {
    return window.swingRatio() >= PERIODIC_RATIO
        && window.swayMps2() >= PEDALLING_MPS2
        && window.shakeMps2() < RUNNING_MPS2
        && window.rotatesAtLeast(PEDALLING_RADPS);
  }

  private static boolean isRiding(MotionFeatures window) {
    return window.shakeMps2() >= LEAST_RIDE_MPS2
        && window.shakeMps2() <= MOST_RIDE_MPS2
        && window.roughnessRatio() >= RIDE_ROUGHNESS_RATIO
        && Math.max(window.walkingRatio(), window.swingRatio()) < PERIODIC_RATIO
        && window.rotatesAtMost(RIDE_RADPS);
  }

  private static boolean isStill(MotionFeatures window) {
    return window.shakeMps2() < STILL_MPS2
        && window.swayMps2() < STILL_SWAY_MPS2
        && window.rotatesAtMost(STILL_RADPS);
  }
}
