package io.sensorium.intake.series;

import io.sensorium.core.id.GatewayId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** A table of series for each gateway, in bounded memory. Safe for use by many threads. */
public final class SeriesCache {

  /** Room for about 100,000 series with a value each. */
  public static final long DEFAULT_MAX_BYTES = 64L << 20;

  private final long seed;
  private final MemoryBudget budget;
  private final Map<GatewayId, SeriesTable> tables = new ConcurrentHashMap<>();

  /**
   * @param maxBytes of memory, estimated
   * @param random seeds the tables; secure, so that nobody outside can foresee it
   */
  public SeriesCache(long maxBytes, RandomGenerator random) {
    this.budget = new MemoryBudget(maxBytes);
    this.seed = random.nextLong();
  }

  public SeriesTable of(GatewayId gateway) {
    if (budget.isOutdated()) {
      tables.clear();
      budget.clear();
    }
    return tables.computeIfAbsent(gateway, _ -> new SeriesTable(seed, budget));
  }

  /** Memory that is taken, estimated. */
  public long usedBytes() {
    return budget.usedBytes();
  }
}
