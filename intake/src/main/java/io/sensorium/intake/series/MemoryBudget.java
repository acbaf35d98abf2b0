package io.sensorium.intake.series;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that tables of series may take, estimated. Safe for use by many threads. */
final class MemoryBudget {
  /*
   * What comes when all is taken is not kept, so that what is kept goes on being found: with more
   * series than there is room for, a part of them stays fast. Only when far more was refused than
   * there is room for, what is kept is of no use any more, and is forgotten.
   */

  private static final int BYTES_BESIDE_NAME = 220;
  private static final int BYTES_PER_NAME_BYTE = 2;
  private static final int REFUSED_PER_ROOM = 16;

  private final long maxBytes;
  private final AtomicLong usedBytes = new AtomicLong();
  private final AtomicLong refusedBytes = new AtomicLong();

  MemoryBudget(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Takes the memory that one more name costs; false when there is none left. */
  boolean take(int nameLength) {
    long cost = BYTES_BESIDE_NAME + (long) BYTES_PER_NAME_BYTE * nameLength;
    if (usedBytes.addAndGet(cost) <= maxBytes) {
      return true;
    }
    usedBytes.addAndGet(-cost);
    refusedBytes.addAndGet(cost);
    return false;
  }

  /** Whether forgetting everything would be better than going on. */
  boolean isOutdated() {
    return refusedBytes.get() / REFUSED_PER_ROOM > maxBytes;
  }

  void clear() {
    usedBytes.set(0);
    refusedBytes.set(0);
  }

  long usedBytes() {
    return usedBytes.get();
  }
}
