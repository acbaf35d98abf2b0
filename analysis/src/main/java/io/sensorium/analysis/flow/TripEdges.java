package io.sensorium.analysis.flow;

import io.sensorium.core.time.Micros;

/**
 * When a trip began and ended: by the fixes, and nearer where the phone noticed motion itself. See
 * docs/algorithms/stays.md.
 */
final class TripEdges {

  private static final long LONGEST_EARLIER_MICROS = 5 * Micros.PER_MINUTE;
  private static final long LONGEST_EARLIER_IN_SILENCE_MICROS = 4 * Micros.PER_MINUTE;
  private static final long LONGEST_LATER_MICROS = 4 * Micros.PER_MINUTE;
  private static final long LONGEST_BEFORE_FIRST_FIX_MICROS = 10 * Micros.PER_MINUTE;

  private final MotionRuns motion;

  TripEdges(MotionRuns motion) {
    this.motion = motion;
  }

  /** When the stay was left: as the fixes tell, or earlier when the phone noticed motion then. */
  long departureMicros(Spot stay, Excursion excursion) {
    long seenMicros = excursion.departureMicros(stay);
    long earliestMicros =
        excursion.followsSilence(stay)
            ? Math.max(seenMicros - LONGEST_EARLIER_IN_SILENCE_MICROS, stay.lastMicros())
            : seenMicros - LONGEST_EARLIER_MICROS;
    long sinceMicros = motion.movingSinceMicros(excursion.firstMicros());
    boolean fits = sinceMicros >= Math.max(earliestMicros, stay.firstMicros());
    return fits ? Math.min(seenMicros, sinceMicros) : seenMicros;
  }

  /** When a stay began: with its first fix, or later when the phone noticed motion until then. */
  long arrivalMicros(Spot stay) {
    long untilMicros = motion.movingUntilMicros(stay.firstMicros());
    boolean fits = untilMicros <= stay.firstMicros() + LONGEST_LATER_MICROS;
    return fits ? Math.max(stay.firstMicros(), untilMicros) : stay.firstMicros();
  }

  /** When a track begins: with its first fix, or earlier when the phone noticed motion before. */
  long firstDepartureMicros(long firstFixMicros) {
    long sinceMicros = motion.movingSinceMicros(firstFixMicros);
    boolean fits = sinceMicros >= firstFixMicros - LONGEST_BEFORE_FIRST_FIX_MICROS;
    return fits ? sinceMicros : firstFixMicros;
  }
}
