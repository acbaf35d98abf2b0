package io.sensorium.server.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** Tells how much memory this process needed for its objects, at most. */
final class MemoryPeak {

  private MemoryPeak() {}

  /** The sum of what each part of the heap held at most. */
  static long megabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
