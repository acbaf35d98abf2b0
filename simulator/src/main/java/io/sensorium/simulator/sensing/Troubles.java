package io.sensorium.simulator.sensing;

import java.time.Duration;

/**
 * What goes wrong, and how often.
 *
 * @param coolingFailuresPerWeek of each vaccine fridge; 1 at the most
 * @param outagesPerWeek of each gateway: it keeps what it hears, and sends it later; 7 at the most
 * @param longestOutage of a gateway
 * @param rebootsPerWeek of each gateway: away for minutes, then sends its last rows again
 * @param lateShare share of the readings that a sensor keeps for a while
 * @param duplicateShare share of the readings that are sent twice
 * @param pressesPerDay how often somebody presses a sensor's button; 24 at the most
 */
public record Troubles(
    double coolingFailuresPerWeek,
    double outagesPerWeek,
    Duration longestOutage,
    double rebootsPerWeek,
    double lateShare,
    double duplicateShare,
    double pressesPerDay) {

  /** A world where all goes well, and nobody presses a button. */
  public static final Troubles NONE = new Troubles(0, 0, Duration.ofHours(1), 0, 0, 0, 0);

  /** As life is. */
  public static final Troubles ORDINARY =
      new Troubles(0.7, 1.5, Duration.ofHours(9), 1, 0.01, 0.01, 0.3);
}
