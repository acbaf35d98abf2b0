package io.sensorium.analysis.cleaning;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Decides about each fix of a user whether it is believed.
 *
 * <p>Fixes come in order of time. A fix is decided when the next one that passes the gates has been
 * seen; one that lies far away waits for three, so that it can be told from a departure. Rejected
 * fixes stay in the archive; only their use is refused. See docs/algorithms/cleaning.md.
 *
 * <p>After each {@link #push}, {@link #decide} is called until it returns false.
 */
public final class Cleaning {
  /*
   * A far fix is refuted by any of its followers that lies where the phone was before. Errors that
   * last longer than the look-ahead are left to the stay detector, which forgives excursions.
   */

  /** Up to here a fix tells where somebody is. */
  public static final int PRECISE_MM = 150_000;

  private static final int LOOK_AHEAD = 3;
  private static final long FROZEN_MICROS = 30 * Micros.PER_MINUTE;
  private static final double FROZEN_SPEED_MPS = 3;

  /** Nobody is faster in an aeroplane that people fly with. */
  public static final double ABSURD_SPEED_MPS = 350;

  private static final double AGING_MPS = 0.5;

  /** Length of what {@link #save} writes. */
  public static final int SAVED_BYTES =
      2 * CleanFix.SAVED_BYTES
          + WaitingFixes.savedBytes(LOOK_AHEAD + 1)
          + Gates.SAVED_BYTES
          + Integer.BYTES;

  private final Reach reach = new Reach();
  private final Gates gates = new Gates();
  private final CleanFix last = new CleanFix();

  /** Of the accepted fixes the one that tells most of where the phone is now. */
  private final CleanFix anchor = new CleanFix();

  private final WaitingFixes waiting = new WaitingFixes(LOOK_AHEAD + 1);
  private int lastSpeedMmps;

  private Verdict refusal = Verdict.ACCEPTED;
  private Verdict verdict = Verdict.SAME_TIME;
  private boolean replaced;
  private boolean ended;

  /** Verdicts over a whole track, one for each row. */
  public static List<Verdict> verdicts(FixTrack track) {
    var cleaning = new Cleaning();
    var verdicts = new Verdict[track.size()];
    var rows = new int[LOOK_AHEAD + 1]; // those that wait, the oldest first
    for (int row = 0; row < track.size(); row++) {
      if (cleaning.push(track, row)) {
        int newest = cleaning.waiting.size() - 1;
        if (cleaning.replaced) {
          verdicts[rows[newest]] = Verdict.SAME_TIME;
        }
        rows[newest] = row;
      } else {
        verdicts[row] = cleaning.refusal;
      }
      cleaning.drain(rows, verdicts);
    }
    cleaning.end();
    cleaning.drain(rows, verdicts);
    return Arrays.asList(verdicts);
  }

  private void drain(int[] rows, Verdict[] verdicts) {
    while (decide()) {
      verdicts[rows[0]] = verdict;
      System.arraycopy(rows, 1, rows, 0, LOOK_AHEAD);
    }
  }

  /**
   * Takes the next row.
   *
   * @return whether the row waits now for its followers; false when it has been rejected
   */
  public boolean push(FixTrack track, int row) {
    replaced = false;
    refusal = gates.check(track, row, waiting.free());
    if (refusal != Verdict.ACCEPTED) {
      return false;
    }
    if (waiting.size() > 0 && waiting.newest().timeMicros() == waiting.free().timeMicros()) {
      return replaceIfMoreAccurate();
    }
    waiting.addFree();
    return true;
  }

  /**
   * Decides about the fix that has waited the longest, if that can be done. Afterwards {@link
   * #hasAccepted} tells how.
   *
   * @return whether a fix was decided
   */
  public boolean decide() {
    if (waiting.size() < (ended ? 1 : 2)) {
      return false;
    }
    var fix = waiting.get(0);
    boolean far = last.isPresent() && reach.isBeyond(anchor, fix, lastSpeedMmps * 1e-3);
    if (far && !ended && waiting.size() <= LOOK_AHEAD && !isRefuted(fix)) {
      return false;
    }
    verdict = far ? judgeFar(fix) : judgeNear(fix);
    if (verdict == Verdict.ACCEPTED) {
      accept(fix, far);
    }
    waiting.removeOldest();
    return true;
  }

  /** Whether the fix that was decided is accepted; it is then {@link #accepted}. */
  public boolean hasAccepted() {
    return verdict == Verdict.ACCEPTED;
  }

  /** The last fix that was accepted. */
  public CleanFix accepted() {
    return last;
  }

  /**
   * No rows follow: {@link #decide} decides about the fixes that still wait, and holds back what
   * looks like a spike.
   */
  public void end() {
    ended = true;
  }

  /** Writes the state; always the same number of bytes. */
  public void save(ByteBuffer out) {
    last.save(out);
    anchor.save(out);
    waiting.save(out);
    gates.save(out);
    out.putInt(lastSpeedMmps);
  }

  /** Reads what {@link #save} wrote. */
  public void restore(ByteBuffer in) {
    last.restore(in);
    anchor.restore(in);
    waiting.restore(in);
    gates.restore(in);
    lastSpeedMmps = in.getInt();
  }

  private boolean replaceIfMoreAccurate() {
    var fix = waiting.free();
    replaced = fix.accuracyMm() < waiting.newest().accuracyMm();
    if (replaced) {
      waiting.newest().copyFrom(fix);
    } else {
      refusal = Verdict.SAME_TIME;
    }
    fix.clear();
    return replaced;
  }

  private Verdict judgeNear(CleanFix fix) {
    boolean repeated =
        last.isPresent()
            && fix.latitudeE7() == last.latitudeE7()
            && fix.longitudeE7() == last.longitudeE7();
    boolean moved = lastSpeedMmps * 1e-3 >= FROZEN_SPEED_MPS;
    boolean frozen = repeated && moved && fix.timeMicros() - last.timeMicros() < FROZEN_MICROS;
    return frozen ? Verdict.FROZEN : Verdict.ACCEPTED;
  }

  private Verdict judgeFar(CleanFix fix) {
    boolean absurd = reach.paceMps(anchor, fix) > ABSURD_SPEED_MPS;
    if (isRefuted(fix)) {
      return absurd ? Verdict.ABSURD_SPEED : Verdict.SPIKE;
    }
    if (absurd && !nextBelieves(fix)) {
      return Verdict.ABSURD_SPEED;
    }
    boolean decidedEarly = waiting.size() <= LOOK_AHEAD;
    return decidedEarly && !isConfirmed(fix) ? Verdict.SPIKE : Verdict.ACCEPTED;
  }

  /** A follower lies where the phone was before, and the way there and back was too fast. */
  private boolean isRefuted(CleanFix fix) {
    for (int i = 1; i < waiting.size(); i++) {
      var follower = waiting.get(i);
      double paceMps = paceMps(follower);
      if (reach.isBeyond(fix, follower, paceMps) && reach.isBeyond(anchor, fix, paceMps)) {
        return true;
      }
    }
    return false;
  }

  private boolean isConfirmed(CleanFix fix) {
    for (int i = 1; i < waiting.size(); i++) {
      if (!reach.isBeyond(fix, waiting.get(i), paceMps(waiting.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** How fast the phone went as far as the last accepted fix and a later one tell. */
  private double paceMps(CleanFix follower) {
    int reportedMmps = Math.max(lastSpeedMmps, follower.speedMmps());
    return Math.max(reportedMmps * 1e-3, reach.paceMps(anchor, follower));
  }

  /** The anchor was the wrong one: the next fix fits to this one, and not to the anchor. */
  private boolean nextBelieves(CleanFix fix) {
    return waiting.size() > 1
        && reach.paceMps(fix, waiting.get(1)) <= ABSURD_SPEED_MPS
        && reach.paceMps(anchor, waiting.get(1)) > ABSURD_SPEED_MPS;
  }

  private void accept(CleanFix fix, boolean far) {
    lastSpeedMmps = speedMmps(fix);
    if (far || !anchor.isPresent() || tellsMore(fix)) {
      anchor.copyFrom(fix);
    }
    last.copyFrom(fix);
  }

  private int speedMmps(CleanFix fix) {
    if (fix.speedMmps() > 0 || !last.isPresent()) { // some phones say 0 for not known
      return Math.max(0, fix.speedMmps());
    }
    return (int) Math.min(1e6, reach.paceMps(last, fix) * 1_000);
  }

  /** What the anchor tells of the present fades as the phone may move on. */
  private boolean tellsMore(CleanFix fix) {
    double seconds = (fix.timeMicros() - anchor.timeMicros()) * 1e-6;
    return fix.accuracyMm() <= anchor.accuracyMm() + (AGING_MPS * 1_000 + lastSpeedMmps) * seconds;
  }
}
