package io.sensorium.analysis.contact;

import io.sensorium.core.time.Micros;

/** How long nothing may come from something before it is silent. */
public final class Allowance {
  /*
   * Three of its intervals: one lost report is common on radio, two in a row are rare. Whoever
   * reports when something changes, or uploads by the hour, has longer gaps than the interval says;
   * they are learned: the longest gap of late, which fades slowly, and grows by doubling at most, so
   * that an outage of days does not make the next one go unseen.
   */

  private static final int INTERVALS = 3;
  private static final long GRACE_MICROS = Micros.PER_MINUTE;
  private static final long SHORTEST_MICROS = 5 * Micros.PER_MINUTE;
  private static final long LONGEST_LEARNED_MICROS = Micros.PER_DAY;
  private static final int LEARNED_GAPS = 2;
  private static final int FADING = 32;

  private Allowance() {}

  /**
   * How long nothing may come.
   *
   * @param intervalMicros nominal time between two reports
   * @param usualGapMicros the longest gap of late; 0 when nothing was learned
   */
  public static long micros(long intervalMicros, long usualGapMicros) {
    long nominal = Math.max(SHORTEST_MICROS, INTERVALS * intervalMicros + GRACE_MICROS);
    long learned = Math.min(LONGEST_LEARNED_MICROS, LEARNED_GAPS * usualGapMicros);
    return Math.max(nominal, learned);
  }

  /** When the next report is overdue: by so long after the last one. */
  public static long overdueMicros(long intervalMicros) {
    return intervalMicros + GRACE_MICROS;
  }

  /** What the longest gap of late is after another gap. */
  public static long usualGapAfter(long usualGapMicros, long gapMicros, long allowanceMicros) {
    long gap = Math.min(gapMicros, 2 * allowanceMicros);
    return gap >= usualGapMicros ? gap : usualGapMicros - (usualGapMicros - gap) / FADING;
  }
}
