package io.sensorium.intake.accept;

import io.sensorium.intake.OverloadedException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Decides whether there is room for more input. Safe for use by many threads. */
public final class Admission {

  private static final Duration UNTIL_FOLDED = Duration.ofSeconds(10);
  private static final Duration UNTIL_DISK_IS_CLEARED = Duration.ofMinutes(5);

  private final AdmissionLimits limits;
  private final LongSupplier inboxBytes;
  private final LongSupplier freeDiskBytes;

  /**
   * @param inboxBytes how much waits in the inbox now; asked for every batch, so it should be cheap
   * @param freeDiskBytes how much of the disk is free now; asked as often
   */
  public Admission(AdmissionLimits limits, LongSupplier inboxBytes, LongSupplier freeDiskBytes) {
    this.limits = limits;
    this.inboxBytes = inboxBytes;
    this.freeDiskBytes = freeDiskBytes;
  }

  /** Everything is admitted. */
  public static Admission unlimited() {
    return new Admission(new AdmissionLimits(Long.MAX_VALUE, 0), () -> 0, () -> Long.MAX_VALUE);
  }

  /**
   * Returns when there is room.
   *
   * @throws OverloadedException when there is none; it says when to come again
   */
  public void requireRoom() {
    if (freeDiskBytes.getAsLong() < limits.freeDiskBytes()) {
      throw new OverloadedException("the disk is nearly full", UNTIL_DISK_IS_CLEARED);
    }
    if (isInboxFull()) {
      throw new OverloadedException("too much waits to be analysed", UNTIL_FOLDED);
    }
  }

  /** Tells whether as much waits in the inbox as may. */
  public boolean isInboxFull() {
    return inboxBytes.getAsLong() > limits.inboxBytes();
  }
}
