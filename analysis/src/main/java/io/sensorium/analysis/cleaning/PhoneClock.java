package io.sensorium.analysis.cleaning;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/**
 * Tells dates that the phone's uptime contradicts. Mutable.
 *
 * <p>A phone's clock may be set at any time, forward and back; its uptime only runs. So a date is
 * wrong when from the last right one on the uptime went back though the phone cannot have been
 * started anew since, or when it ran further than the clock.
 */
final class PhoneClock {
  /*
   * Only the last right date is kept. An uptime that stops while the phone sleeps is allowed, and
   * so are fixes that are dated late by minutes. After a silence any date is believed: then there
   * is nothing left that it could get mixed up with.
   */

  static final int SAVED_BYTES = 2 * Long.BYTES;

  private static final long NONE = Long.MIN_VALUE;
  private static final long TOLERANCE_MILLIS = 10 * Micros.PER_MINUTE / Micros.PER_MILLI;
  private static final long SILENCE_MILLIS = 20 * Micros.PER_MINUTE / Micros.PER_MILLI;

  private long lastMicros = NONE;
  private long lastUptimeMillis;

  /** Whether a row's date may be right; if so, later rows are compared with it. */
  boolean believes(long timeMicros, long uptimeMillis) {
    if (uptimeMillis == FixTrack.ABSENT_LONG) {
      return true;
    }
    if (lastMicros != NONE && contradicts(timeMicros, uptimeMillis)) {
      return false;
    }
    lastMicros = timeMicros;
    lastUptimeMillis = uptimeMillis;
    return true;
  }

  private boolean contradicts(long timeMicros, long uptimeMillis) {
    long elapsedMillis = (timeMicros - lastMicros) / Micros.PER_MILLI;
    if (elapsedMillis > SILENCE_MILLIS) {
      return false;
    }
    long ranMillis = uptimeMillis - lastUptimeMillis;
    boolean startedAnew = ranMillis < 0 && uptimeMillis <= elapsedMillis;
    boolean ranBack = ranMillis < -TOLERANCE_MILLIS && !startedAnew;
    return ranBack || ranMillis > elapsedMillis + TOLERANCE_MILLIS;
  }

  void save(ByteBuffer out) {
    out.putLong(lastMicros).putLong(lastUptimeMillis);
  }

  void restore(ByteBuffer in) {
    lastMicros = in.getLong();
    lastUptimeMillis = in.getLong();
  }
}
