package io.sensorium.engine.flow;

import io.sensorium.analysis.correction.UserCorrections;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.correction.Correction;
import io.sensorium.core.id.UserId;
import io.sensorium.engine.flow.UserState.KnownCorrections;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.correction.SettledCorrections;
import io.sensorium.store.correction.WaitingCorrection;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.StoredEvent;
import java.util.List;
import java.util.Optional;

/**
 * The corrections that a step derives by.
 *
 * @param waiting those that came or went since the last step
 * @param settled what the step makes of them
 * @param changeCount of the corrections before they were read
 */
record CorrectionsSeen(
    UserCorrections inForce,
    List<WaitingCorrection> waiting,
    SettledCorrections settled,
    long changeCount) {
  /*
   * What waits is read before what is in force: a correction that comes in between is derived by or
   * not, and still waits for the next step, which derives its events once more.
   */

  static CorrectionsSeen read(
      Corrections corrections, UserId user, Optional<KnownCorrections> known) {
    long changeCount =
        corrections.changeCount(); // asked first: what changes later, counts as later
    if (known.isPresent() && known.get().changeCount() == changeCount) {
      return unchanged(known.get().inForce(), changeCount);
    }
    var waiting = corrections.listWaiting(user);
    if (waiting.isEmpty() && known.isPresent()) {
      return unchanged(known.get().inForce(), changeCount);
    }
    var inForce = corrections.list(user);
    var settled = settle(waiting, inForce);
    return new CorrectionsSeen(new UserCorrections(inForce), waiting, settled, changeCount);
  }

  private static CorrectionsSeen unchanged(UserCorrections inForce, long changeCount) {
    return new CorrectionsSeen(inForce, List.of(), SettledCorrections.NONE, changeCount);
  }

  /** What the next step knows of them, once they are settled. */
  KnownCorrections known() {
    return new KnownCorrections(inForce, changeCount);
  }

  private static SettledCorrections settle(
      List<WaitingCorrection> waiting, List<Correction> inForce) {
    var shown =
        waiting.stream()
            .filter(it -> !it.withdrawn() && inForce.contains(it.correction()))
            .map(it -> it.correction().seq())
            .toList();
    var dropped =
        waiting.stream()
            .filter(WaitingCorrection::withdrawn)
            .map(it -> it.correction().seq())
            .toList();
    return new SettledCorrections(shown, dropped);
  }

  /** Whether a correction that came or went can be of an event in that time. */
  boolean changedWithin(long startMicros, long endMicros) {
    return waiting.stream()
        .map(WaitingCorrection::correction)
        .anyMatch(it -> it.startMicros() <= endMicros && startMicros <= it.endMicros());
  }

  /** Whether pieces are joined, or were before this step. */
  boolean mayJoin() {
    return inForce.joinsTrips()
        || waiting.stream().anyMatch(it -> it.correction().claim() instanceof Claim.NotAStay);
  }

  /** What must be folded again so that each closed piece in the changed time is found again. */
  Extent changedExtent(Folds folds, UserId user) {
    var extent = Extent.EMPTY;
    for (var it : waiting) {
      long start = it.correction().startMicros();
      for (var stored : folds.listEventsOverlapping(user, start, it.correction().endMicros())) {
        if (stored.closedAtMicros() != StoredEvent.OPEN) {
          long first = Math.min(start, stored.pieceStartMicros());
          extent = extent.and(new Extent(first, stored.closedAtMicros()));
        }
      }
    }
    return extent;
  }
}
