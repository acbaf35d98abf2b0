package io.sensorium.engine.flow;

import java.util.concurrent.atomic.LongAdder;

/** How much was worked out anew since the start. Safe for use by many threads. */
public final class WorkCounts {

  private final LongAdder foldedFixes = new LongAdder();
  private final LongAdder derivedTrips = new LongAdder();
  private final LongAdder derivedFixes = new LongAdder();

  void addFold(long fixes) {
    foldedFixes.add(fixes);
  }

  void addTrip(long fixes) {
    derivedTrips.increment();
    derivedFixes.add(fixes);
  }

  /** Fixes that went through the fold, those that were folded again included. */
  public long foldedFixes() {
    return foldedFixes.sum();
  }

  /** Trips that were split into legs. */
  public long derivedTrips() {
    return derivedTrips.sum();
  }

  /** The fixes of those trips. */
  public long derivedFixes() {
    return derivedFixes.sum();
  }
}
