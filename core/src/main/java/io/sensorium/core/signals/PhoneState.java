package io.sensorium.core.signals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the phone itself was doing; null where it did not say.
 *
 * @param screenOn whether the screen was on
 * @param mounted whether the phone sat in a holder
 * @param batteryRatio charge, 0 to 1
 * @param audioRoute where sound went, such as {@code speaker} or {@code bluetooth}
 */
public record PhoneState(
    Instant time,
    @Nullable Boolean screenOn,
    @Nullable CallState call,
    @Nullable Boolean mounted,
    @Nullable Double batteryRatio,
    @Nullable Boolean charging,
    @Nullable String audioRoute) {

  /** Whether a call went on, and how it was held. The order is stored. */
  public enum CallState {
    NONE,
    HANDHELD,
    HANDSFREE
  }

  public PhoneState {
    if (batteryRatio != null && !(batteryRatio >= 0 && batteryRatio <= 1)) {
      throw new IllegalArgumentException("battery must be within 0..1: " + batteryRatio);
    }
    if (audioRoute != null && audioRoute.length() > 64) {
      throw new IllegalArgumentException("audio_route must have at most 64 characters");
    }
  }
}
