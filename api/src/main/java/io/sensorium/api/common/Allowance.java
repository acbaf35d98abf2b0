package io.sensorium.api.common;

import java.time.Duration;

/**
 * How many more requests who called may send, as limits note while the request is handled. The
 * answer tells it in {@code RateLimit-Limit}, {@code RateLimit-Remaining} and {@code
 * RateLimit-Reset}, the names of draft-ietf-httpapi-ratelimit-headers-07.
 *
 * <p>Used by the one thread that handles the request.
 */
public final class Allowance {

  private int limit;
  private int remaining = Integer.MAX_VALUE;
  private long resetSeconds;

  /**
   * Notes a limit; of several the one counts that leaves least.
   *
   * @param untilFull until all of the limit is free again, unless something is asked
   */
  void note(int newLimit, int newRemaining, Duration untilFull) {
    if (newRemaining < remaining) {
      limit = newLimit;
      remaining = newRemaining;
      resetSeconds = untilFull.plusNanos(999_999_999).toSeconds();
    }
  }

  /** Whether a limit stands before what was asked. */
  boolean isNoted() {
    return limit > 0;
  }

  int limit() {
    return limit;
  }

  int remaining() {
    return remaining;
  }

  long resetSeconds() {
    return resetSeconds;
  }
}
