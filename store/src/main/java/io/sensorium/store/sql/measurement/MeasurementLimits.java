package io.sensorium.store.sql.measurement;

import java.time.Duration;

/**
 * When rows that wait in memory are sealed.
 *
 * @param sealRowsPerSource so many rows of a gateway, on average of its sources, are sealed
 * @param sealRows fewer rows of a gateway are not sealed, unless they are old
 * @param rest a gateway that has so many rows is sealed when it sent nothing for so long
 * @param maxAge rows older than this are sealed
 * @param busyBytes when rows take more memory than this, gateways that have so many are sealed
 *     without that they rest
 * @param maxWaitingBytes when rows take more memory than this, the oldest are sealed, and who adds
 *     more waits
 * @param maxCacheBytes sums of blocks that are kept take at most this much memory
 */
public record MeasurementLimits(
    int sealRowsPerSource,
    int sealRows,
    Duration rest,
    Duration maxAge,
    long busyBytes,
    long maxWaitingBytes,
    long maxCacheBytes) {

  public static final MeasurementLimits DEFAULT =
      new MeasurementLimits(
          1_024,
          4_096,
          Duration.ofSeconds(2),
          Duration.ofHours(1),
          64L << 20,
          128L << 20,
          16L << 20);

  public MeasurementLimits {
    if (sealRowsPerSource < 1
        || sealRows < 1
        || !rest.isPositive()
        || !maxAge.isPositive()
        || busyBytes < 1
        || maxWaitingBytes < 1
        || maxCacheBytes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
