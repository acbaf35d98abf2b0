package io.sensorium.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
public final class Eventually {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long LOOK_EACH_NANOS = 5_000_000;

  private Eventually() {}

  /** Returns once the condition holds; fails when it does not within a minute. */
  public static void holds(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come true within " + LIMIT.toSeconds() + " s");
      }
      LockSupport.parkNanos(LOOK_EACH_NANOS);
    }
  }
}
