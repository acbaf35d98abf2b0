package io.sensorium.analysis.cleaning;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/** Refuses rows that need no comparison with the places of their neighbours. Mutable. */
final class Gates {

  static final int SAVED_BYTES = PhoneClock.SAVED_BYTES + Long.BYTES;

  private static final int USABLE_MM = 1_500_000;
  private static final int UNKNOWN_ACCURACY_MM = 50_000;
  private static final long COARSE_WAIT_MICROS = 10 * Micros.PER_MINUTE;
  private static final long NONE = Long.MIN_VALUE;

  private final PhoneClock clock = new PhoneClock();
  private long lastPreciseMicros = NONE;

  /**
   * Looks at the next row.
   *
   * @param into is filled if the row passes
   * @return {@link Verdict#ACCEPTED} if the row passes
   */
  Verdict check(FixTrack track, int row, CleanFix into) {
    long timeMicros = track.timeMicros(row);
    if (!clock.believes(timeMicros, track.uptimeMillis(row))) {
      return Verdict.WRONG_CLOCK;
    }
    int latitudeE7 = track.latitudeE7(row);
    int longitudeE7 = track.longitudeE7(row);
    if (latitudeE7 == 0 && longitudeE7 == 0) {
      return Verdict.NULL_ISLAND;
    }
    int accuracyMm = track.accuracyMm(row);
    accuracyMm = accuracyMm == FixTrack.ABSENT ? UNKNOWN_ACCURACY_MM : accuracyMm;
    var verdict = checkAccuracy(timeMicros, accuracyMm);
    if (verdict == Verdict.ACCEPTED) {
      into.set(timeMicros, latitudeE7, longitudeE7, accuracyMm);
      into.setSpeedMmps(track.speedMmps(row));
    }
    return verdict;
  }

  private Verdict checkAccuracy(long timeMicros, int accuracyMm) {
    if (accuracyMm > USABLE_MM) {
      return Verdict.TOO_COARSE;
    }
    if (accuracyMm <= Cleaning.PRECISE_MM) {
      lastPreciseMicros = timeMicros;
      return Verdict.ACCEPTED;
    }
    boolean knowsBetter =
        lastPreciseMicros != NONE && timeMicros - lastPreciseMicros < COARSE_WAIT_MICROS;
    return knowsBetter ? Verdict.COARSE : Verdict.ACCEPTED;
  }

  void save(ByteBuffer out) {
    clock.save(out);
    out.putLong(lastPreciseMicros);
  }

  void restore(ByteBuffer in) {
    clock.restore(in);
    lastPreciseMicros = in.getLong();
  }
}
