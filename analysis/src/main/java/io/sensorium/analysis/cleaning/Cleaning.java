package io.sensorium.analysis.cleaning;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides about each fix of a user whether it is believed.
 *
 * <p>Fixes come in order of time. A fix is decided when the next one that passes the gates has been
 * seen, so that a single fix far away can be told from a departure. Rejected fixes stay in the
 * archive; only their use is refused. See docs/algorithms/cleaning.md.
 */
public final class Cleaning {
  /*
   * The look-ahead is one fix and the memory is two. Errors that last longer than one fix are left
   * to the stay detector, which forgives excursions.
   */

  /** Up to here a fix tells where somebody is. */
  public static final int PRECISE_MM = 150_000;

  /** Length of what {@link #save} writes. */
  public static final int SAVED_BYTES = 2 * CleanFix.SAVED_BYTES + Integer.BYTES + Long.BYTES;

  private static final int USABLE_MM = 1_500_000;
  private static final int UNKNOWN_ACCURACY_MM = 50_000;
  private static final long COARSE_WAIT_MICROS = 10 * Micros.PER_MINUTE;
  private static final long FROZEN_MICROS = 30 * Micros.PER_MINUTE;
  private static final double FROZEN_SPEED_MPS = 3;
  private static final double ABSURD_SPEED_MPS = 350;
  private static final double SPIKE_SPEED_MPS = 10;
  private static final double SPIKE_JUMP_METERS = 100;
  private static final double SPIKE_SPEED_RATIO = 3;
  private static final double SPIKE_DETOUR_RATIO = 4;

  private final FlatEarth earth = new FlatEarth();
  private final CleanFix last = new CleanFix();
  private final CleanFix pending = new CleanFix();
  private final CleanFix next = new CleanFix();
  private int lastSpeedMmps;
  private long lastPreciseMicros = Long.MIN_VALUE;

  private Verdict rowVerdict = Verdict.ACCEPTED;
  private Verdict pendingVerdict = Verdict.ACCEPTED;

  /** Verdicts over a whole track, one for each row. */
  public static List<Verdict> verdicts(FixTrack track) {
    var cleaning = new Cleaning();
    var verdicts = new Verdict[track.size()];
    Arrays.fill(verdicts, Verdict.ACCEPTED);
    int pendingRow = -1;
    for (int row = 0; row < track.size(); row++) {
      boolean waits = cleaning.push(track, row);
      if (waits && pendingRow >= 0) {
        verdicts[pendingRow] = cleaning.pendingVerdict;
      }
      pendingRow = waits ? row : pendingRow;
      verdicts[row] = cleaning.rowVerdict;
    }
    if (pendingRow >= 0 && !cleaning.finish()) {
      verdicts[pendingRow] = cleaning.pendingVerdict;
    }
    return new ArrayList<>(Arrays.asList(verdicts));
  }

  /**
   * Takes the next row. Afterwards {@link #hasAccepted} tells whether the row that waited has been
   * accepted.
   *
   * @return whether the row waits now for its successor; false when it has been rejected
   */
  public boolean push(FixTrack track, int row) {
    pendingVerdict = Verdict.SAME_TIME;
    rowVerdict = gate(track, row);
    if (rowVerdict != Verdict.ACCEPTED) {
      return false;
    }
    if (pending.isPresent()) {
      if (pending.timeMicros() == next.timeMicros()) {
        return replaceIfMoreAccurate();
      }
      decidePending(true);
    }
    pending.copyFrom(next);
    return true;
  }

  /** Whether the last push accepted the fix that waited; it is then {@link #accepted}. */
  public boolean hasAccepted() {
    return pendingVerdict == Verdict.ACCEPTED;
  }

  /** The last fix that was accepted. */
  public CleanFix accepted() {
    return last;
  }

  /**
   * Decides about the fix that still waits without its successor: what looks like a spike is held
   * back. Ends the use of this object.
   *
   * @return whether a fix was accepted
   */
  public boolean finish() {
    pendingVerdict = Verdict.SAME_TIME;
    if (!pending.isPresent()) {
      return false;
    }
    decidePending(false);
    pending.clear();
    return hasAccepted();
  }

  /** Writes the state; always the same number of bytes. */
  public void save(ByteBuffer out) {
    last.save(out);
    pending.save(out);
    out.putInt(lastSpeedMmps).putLong(lastPreciseMicros);
  }

  /** Reads what {@link #save} wrote. */
  public void restore(ByteBuffer in) {
    last.restore(in);
    pending.restore(in);
    lastSpeedMmps = in.getInt();
    lastPreciseMicros = in.getLong();
  }

  /** The gates look at the row alone and fill {@code next} when it passes. */
  private Verdict gate(FixTrack track, int row) {
    int latitudeE7 = track.latitudeE7(row);
    int longitudeE7 = track.longitudeE7(row);
    if (latitudeE7 == 0 && longitudeE7 == 0) {
      return Verdict.NULL_ISLAND;
    }
    int accuracyMm = track.accuracyMm(row);
    accuracyMm = accuracyMm == FixTrack.ABSENT ? UNKNOWN_ACCURACY_MM : accuracyMm;
    if (accuracyMm > USABLE_MM) {
      return Verdict.TOO_COARSE;
    }
    long timeMicros = track.timeMicros(row);
    if (accuracyMm <= PRECISE_MM) {
      lastPreciseMicros = timeMicros;
    } else if (lastPreciseMicros != Long.MIN_VALUE
        && timeMicros - lastPreciseMicros < COARSE_WAIT_MICROS) {
      return Verdict.COARSE;
    }
    next.set(timeMicros, latitudeE7, longitudeE7, accuracyMm);
    next.setSpeedMmps(track.speedMmps(row));
    return Verdict.ACCEPTED;
  }

  private boolean replaceIfMoreAccurate() {
    if (next.accuracyMm() < pending.accuracyMm()) {
      pending.copyFrom(next);
      return true;
    }
    rowVerdict = Verdict.SAME_TIME;
    return false;
  }

  private void decidePending(boolean hasNext) {
    pendingVerdict = last.isPresent() ? judgePending(hasNext) : Verdict.ACCEPTED;
    if (pendingVerdict == Verdict.ACCEPTED) {
      lastSpeedMmps = speedOfPendingMmps();
      last.copyFrom(pending);
    }
  }

  private Verdict judgePending(boolean hasNext) {
    if (pending.latitudeE7() == last.latitudeE7() && pending.longitudeE7() == last.longitudeE7()) {
      boolean moved = lastSpeedMmps * 1e-3 >= FROZEN_SPEED_MPS;
      boolean recent = pending.timeMicros() - last.timeMicros() < FROZEN_MICROS;
      return moved && recent ? Verdict.FROZEN : Verdict.ACCEPTED;
    }
    double jumpMeters = jumpMeters(last, pending);
    if (jumpMeters < SPIKE_JUMP_METERS) {
      return Verdict.ACCEPTED;
    }
    double speedMps = jumpMeters / seconds(last, pending);
    if (speedMps > ABSURD_SPEED_MPS) {
      return hasNext && nextBelievesPending() ? Verdict.ACCEPTED : Verdict.ABSURD_SPEED;
    }
    double suspectMps = Math.max(SPIKE_SPEED_MPS, SPIKE_SPEED_RATIO * lastSpeedMmps * 1e-3);
    if (speedMps <= suspectMps) {
      return Verdict.ACCEPTED;
    }
    return hasNext && !turnsBack(suspectMps) ? Verdict.ACCEPTED : Verdict.SPIKE;
  }

  /** The last fix was the wrong one: the next fits to the fix that waits, and not to the last. */
  private boolean nextBelievesPending() {
    return jumpMeters(pending, next) / seconds(pending, next) <= ABSURD_SPEED_MPS
        && jumpMeters(last, next) / seconds(last, next) > ABSURD_SPEED_MPS;
  }

  private boolean turnsBack(double suspectMps) {
    double backMeters = jumpMeters(pending, next);
    double detourMeters = distanceMeters(last, pending) + distanceMeters(pending, next);
    return backMeters >= SPIKE_JUMP_METERS
        && backMeters / seconds(pending, next) > suspectMps
        && detourMeters > SPIKE_DETOUR_RATIO * distanceMeters(last, next);
  }

  private int speedOfPendingMmps() {
    if (pending.speedMmps() > 0 || !last.isPresent()) { // some phones say 0 for not known
      return Math.max(0, pending.speedMmps());
    }
    double speedMps = jumpMeters(last, pending) / seconds(last, pending);
    return (int) Math.min(1e6, speedMps * 1_000);
  }

  /** How far apart two fixes are when their accuracies are given the benefit of the doubt. */
  private double jumpMeters(CleanFix from, CleanFix to) {
    double distanceMeters = distanceMeters(from, to);
    return Math.max(0, distanceMeters - from.accuracyMeters() - to.accuracyMeters());
  }

  private double distanceMeters(CleanFix from, CleanFix to) {
    return earth.distanceMeters(
        from.latitudeE7(), from.longitudeE7(), to.latitudeE7(), to.longitudeE7());
  }

  private static double seconds(CleanFix from, CleanFix to) {
    return (to.timeMicros() - from.timeMicros()) * 1e-6;
  }
}
