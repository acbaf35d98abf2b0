package io.sensorium.api.sensors;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells since when a count of changes is what it is, by when it was looked at. At the first look
 * everything has just changed, so the answer is never too early. Safe for use by many threads.
 */
final class ChangeWatch {

  private record Seen(long count, Instant since) {}

  private final AtomicReference<Seen> seen =
      new AtomicReference<>(new Seen(Long.MIN_VALUE, Instant.MIN));

  /** When the last change was seen. */
  Instant lastChange(long count, Instant now) {
    return seen.updateAndGet(last -> last.count() == count ? last : new Seen(count, now)).since();
  }
}
