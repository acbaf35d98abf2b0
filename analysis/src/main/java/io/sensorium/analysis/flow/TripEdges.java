package io.sensorium.analysis.flow;

import io.sensorium.core.time.Micros;

/**
 * When a trip began and ended: by the fixes, and nearer where the phone noticed motion itself. See
 * docs/algorithms/stays.md.
 */
final class TripEdges {

  private static final long LONGEST_EARLIER_MICROS = 5 * Micros.PER_MINUTE;
  private static final long LONGEST_EARLIER_IN_SILENCE_MICROS = 4 * Micros.PER_MINUTE;
  private static final long LONGEST_LATER_MICROS = 5 * Micros.PER_MINUTE;
  private static final long LONGEST_BEFORE_FIRST_FIX_MICROS = 30 * Micros.PER_MINUTE;
  private static final long LONGEST_RIDE_UNSEEN_MICROS = 8 * Micros.PER_MINUTE;
  private static final long LEAST_FURTHER_MICROS = 90 * Micros.PER_SECOND;
  private static final long LONGEST_FURTHER_MICROS = 30 * Micros.PER_MINUTE;
  private static final double RIDE_MPS = 3.5;

  private final MotionRuns motion;

  TripEdges(MotionRuns motion) {
    this.motion = motion;
  }

  /** When the stay was left: as the fixes tell, or earlier when the phone noticed motion then. */
  long departureMicros(Spot stay, Excursion excursion, Going going) {
    long seenMicros = excursion.departureMicros(stay);
    long sinceMicros;
    if (excursion.followsSilence(stay)) {
      long earliestMicros = seenMicros - LONGEST_EARLIER_IN_SILENCE_MICROS;
      long leastMicros = Math.max(earliestMicros, stay.lastMicros());
      sinceMicros = setOutMicros(excursion.firstMicros(), leastMicros, going);
    } else {
      long earliestMicros = seenMicros - LONGEST_EARLIER_MICROS;
      long leastMicros = Math.max(earliestMicros, stay.firstMicros());
      sinceMicros = motion.movingSinceMicros(excursion.firstMicros(), leastMicros);
    }
    return sinceMicros == MotionRuns.NONE ? seenMicros : Math.min(seenMicros, sinceMicros);
  }

  /**
   * When somebody set out who was seen on the way first at an instant: when the motion began that
   * was under way then, or else the last walk before, if they ride: nobody rides who has not walked
   * to the vehicle.
   */
  private long setOutMicros(long seenMicros, long earliestMicros, Going going) {
    long sinceMicros = motion.movingSinceMicros(seenMicros, earliestMicros);
    if (going.fastestMps() < RIDE_MPS) {
      return sinceMicros;
    }
    long endedAfterMicros = seenMicros - LONGEST_RIDE_UNSEEN_MICROS;
    long walkMicros = motion.walkBeforeMicros(seenMicros, endedAfterMicros, earliestMicros);
    if (walkMicros == MotionRuns.NONE) {
      return sinceMicros;
    }
    return sinceMicros == MotionRuns.NONE ? walkMicros : Math.min(walkMicros, sinceMicros);
  }

  /** When a stay began: with its first fix, or later when the phone noticed motion until then. */
  long arrivalMicros(Spot stay) {
    long firstMicros = stay.firstMicros();
    return Math.max(
        firstMicros, motion.restMicros(firstMicros, firstMicros + LONGEST_LATER_MICROS));
  }

  /**
   * Until when the phone noticed that somebody went on, in a silence after which they are at rest;
   * the silence's beginning when they did not.
   */
  long goesOnUntilMicros(long silentSinceMicros, long seenAgainMicros) {
    long untilMicros = seenUntilMicros(silentSinceMicros, seenAgainMicros);
    boolean rests = motion.movingMicros(seenAgainMicros, seenAgainMicros + 1) == 0;
    boolean lasts = untilMicros - silentSinceMicros >= LEAST_FURTHER_MICROS;
    return rests && lasts ? untilMicros : silentSinceMicros;
  }

  /**
   * Until when the phone noticed that somebody went on who travels as a silence begins; the
   * silence's beginning when it noticed nothing.
   */
  long seenUntilMicros(long silentSinceMicros, long seenAgainMicros) {
    long untilMicros = motion.movingUntilMicros(silentSinceMicros);
    boolean fits = untilMicros <= silentSinceMicros + LONGEST_FURTHER_MICROS;
    return fits && untilMicros > silentSinceMicros
        ? Math.min(untilMicros, seenAgainMicros)
        : silentSinceMicros;
  }

  /**
   * When a track begins: with its first fix, or earlier when the phone noticed motion before.
   *
   * @param noEarlierThanMicros where the track before it ends
   */
  long originMicros(long firstFixMicros, long noEarlierThanMicros) {
    long earliestMicros =
        Math.max(noEarlierThanMicros, firstFixMicros - LONGEST_BEFORE_FIRST_FIX_MICROS);
    long sinceMicros = motion.movingSinceMicros(firstFixMicros, earliestMicros);
    return sinceMicros == MotionRuns.NONE ? firstFixMicros : sinceMicros;
  }

  /** When the trip began with which a track begins. */
  long departureMicros(long originMicros, long earliestMicros, Going going) {
    long leastMicros = Math.max(earliestMicros, originMicros - LONGEST_BEFORE_FIRST_FIX_MICROS);
    long sinceMicros = setOutMicros(originMicros, leastMicros, going);
    return sinceMicros == MotionRuns.NONE ? originMicros : Math.min(originMicros, sinceMicros);
  }
}
