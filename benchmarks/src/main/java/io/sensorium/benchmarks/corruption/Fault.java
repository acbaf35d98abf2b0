package io.sensorium.benchmarks.corruption;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One way in which a phone's reports are wrong. */
enum Fault {
  /** Single fixes lie elsewhere. */
  SPIKES,
  /** Fixes come twice. */
  DUPLICATES,
  /** Fixes come at any time of the month. */
  SHUFFLES,
  /** The clock is an hour wrong for a while. */
  CLOCK_JUMPS,
  /** Fixes are missing for a while. */
  GAPS,
  /** The phone tells no uptime, by which a wrong clock could be found. */
  NO_UPTIME;

  /**
   * Faults that are tried together.
   *
   * @param name as tables show it
   */
  record Mixture(String name, Set<Fault> faults) {

    Mixture {
      faults = Set.copyOf(faults);
    }
  }

  /** Each fault that phones are asked to bear alone, then all of them. */
  static List<Mixture> mixtures() {
    return List.of(
        new Mixture("spikes", EnumSet.of(SPIKES)),
        new Mixture("duplicates", EnumSet.of(DUPLICATES)),
        new Mixture("shuffles", EnumSet.of(SHUFFLES)),
        new Mixture("clock jumps", EnumSet.of(CLOCK_JUMPS)),
        new Mixture("clock jumps, no uptime", EnumSet.of(CLOCK_JUMPS, NO_UPTIME)),
        new Mixture("gaps", EnumSet.of(GAPS)),
        everything(),
        new Mixture("all, no uptime", EnumSet.allOf(Fault.class)));
  }

  /** All faults of a phone that tells its uptime. */
  static Mixture everything() {
    return new Mixture("all", EnumSet.complementOf(EnumSet.of(NO_UPTIME)));
  }
}
