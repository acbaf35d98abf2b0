package io.sensorium.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides when the owner of an API key is reminded that it will expire. */
public final class KeyExpiry {

  /** So long before the end a reminder is due, the earliest first. */
  public static final List<Duration> NOTICE = List.of(Duration.ofDays(14), Duration.ofDays(7));

  private KeyExpiry() {}

  /** Whether the key is active and expires within the longest notice. */
  public static boolean isNear(Credential key, Instant now) {
    var expiresAt = key.expiresAt();
    return key.isActiveAt(now)
        && expiresAt != null
        && !now.isBefore(expiresAt.minus(NOTICE.getFirst()));
  }

  /**
   * Whether a reminder fell due since the last look.
   *
   * @param lastLook null when nobody has looked yet: then every key that is near its end is due
   */
  public static boolean isReminderDue(Credential key, @Nullable Instant lastLook, Instant now) {
    var expiresAt = key.expiresAt();
    if (expiresAt == null || !isNear(key, now)) {
      return false;
    }
    return NOTICE.stream()
        .map(expiresAt::minus)
        .anyMatch(due -> !now.isBefore(due) && (lastLook == null || lastLook.isBefore(due)));
  }
}
