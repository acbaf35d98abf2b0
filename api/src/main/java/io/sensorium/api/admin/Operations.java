package io.sensorium.api.admin;

import java.util.List;

/** What the operator can have done on a running server. */
public interface Operations {

  ServerStatus status();

  /**
   * Checks every checksum, and derives every alarm's log and every timeline again to compare.
   *
   * @return what was found, in words; empty when all is well
   */
  Verification verify();

  /**
   * Writes a backup of all data to a new directory on the server's machine.
   *
   * @param directory an absolute path
   * @throws IllegalArgumentException when the directory cannot take it; the message says why
   */
  void backup(String directory);

  /** Switches to the maps that the data directory holds now. */
  AtlasStatus reloadMaps();

  /**
   * The outcome of a verification.
   *
   * @param users timelines that were derived again
   * @param compared events, snapshots and states that were compared
   * @param otherBasis events that stand on other versions, and were not
   * @param alarmLines lines of alarms' logs that were compared
   * @param otherAlarms alarms that were not: their measurements are not all kept any more, or wait
   *     to be looked at
   */
  record Verification(
      int users,
      long compared,
      long otherBasis,
      long alarmLines,
      long otherAlarms,
      List<String> findings) {

    public Verification {
      findings = List.copyOf(findings);
    }
  }
}
