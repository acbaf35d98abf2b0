package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.store.archive.ArchiveDraft;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.Snapshot;
import io.sensorium.store.timeline.SnapshotChange;
import java.util.List;

/**
 * The fold's part of a step.
 *
 * @param cursor the state after the newest fix
 * @param closed pieces that were closed within the range that was folded
 * @param resumedAtMicros where folding began
 * @param stoppedAtMicros where it ended: pieces closed after it stay as they are
 * @param snapshots what takes the place of the snapshots in that range
 * @param rowsSinceSnapshot fixes folded since the last snapshot
 * @param foldedRows fixes folded in this step
 */
record FoldStep(
    FoldCursor cursor,
    List<Refold.Closed> closed,
    long resumedAtMicros,
    long stoppedAtMicros,
    SnapshotChange snapshots,
    int rowsSinceSnapshot,
    long foldedRows) {
  /*
   * A step resumes at the last snapshot before what is new, and stops at the first later snapshot
   * whose state is equal again. What is new at the end of the history, the common case, resumes at
   * the head and reads nothing.
   */

  /**
   * @param added what the draft adds
   * @param also what is folded again although nothing new is in it
   */
  static FoldStep run(
      UserState before,
      ArchiveDraft draft,
      NewItems added,
      Folds folds,
      FoldStates states,
      Extent also) {
    var head = states.restore(before.head().state());
    if (head.isEmpty()) {
      return beginAnew(draft, states);
    }
    var fresh = added.extent().and(also);
    if (fresh.isEmpty()) {
      return nothing(before, head.get());
    }
    return fresh.firstMicros() > before.head().lastTimeMicros()
        ? goOn(before, head.get(), draft, added, states)
        : goBack(before, head.get(), draft, folds, states, fresh);
  }

  /** Whether the fold went to the newest fix, so that the tail follows the closed pieces. */
  boolean reachedEnd() {
    return stoppedAtMicros == Long.MAX_VALUE;
  }

  /** Whether any piece may differ from what is stored. */
  boolean refolded() {
    return resumedAtMicros < stoppedAtMicros;
  }

  /** Another version of the analysis folded this user: nothing of it is used. */
  private static FoldStep beginAnew(ArchiveDraft draft, FoldStates states) {
    var cursor = FoldCursor.start();
    var refold = new Refold(states, cursor, 0, OldSnapshots.NONE, Long.MIN_VALUE);
    var result = refold.overArchive(draft.user(), draft);
    return toEnd(cursor, refold, result, Long.MIN_VALUE);
  }

  private static FoldStep nothing(UserState before, FoldCursor head) {
    long at = before.head().lastTimeMicros();
    return new FoldStep(
        head,
        List.of(),
        at,
        at,
        new SnapshotChange(at, at, List.of()),
        before.rowsSinceSnapshot(),
        0);
  }

  private static FoldStep goOn(
      UserState before, FoldCursor cursor, ArchiveDraft draft, NewItems added, FoldStates states) {
    var refold =
        new Refold(states, cursor, before.rowsSinceSnapshot(), OldSnapshots.NONE, Long.MIN_VALUE);
    var samples =
        added.touched().isEmpty()
            ? List.<ActivitySample>of()
            : draft.readActivity(draft.user(), cursor.lastTimeMicros() + 1, Long.MAX_VALUE);
    var result = refold.overAll(added.fixes(), samples);
    var step = toEnd(cursor, refold, result, before.head().lastTimeMicros());
    return step.with(new SnapshotChange(Long.MAX_VALUE, Long.MAX_VALUE, result.snapshots()));
  }

  private static FoldStep goBack(
      UserState before,
      FoldCursor head,
      ArchiveDraft draft,
      Folds folds,
      FoldStates states,
      Extent fresh) {
    var snapshot = folds.findSnapshotBefore(draft.user(), fresh.firstMicros());
    var resumed = snapshot.map(Snapshot::state).flatMap(states::restore);
    var cursor = resumed.orElseGet(FoldCursor::start);
    long resumedAt = resumed.isEmpty() ? Long.MIN_VALUE : snapshot.orElseThrow().timeMicros();
    var oldSnapshots = OldSnapshots.stored(folds, draft.user());
    var refold = new Refold(states, cursor, 0, oldSnapshots, fresh.lastMicros());
    var result = refold.overArchive(draft.user(), draft);
    if (result.reachedEnd()) {
      return toEnd(cursor, refold, result, resumedAt);
    }
    return new FoldStep(
        head,
        result.closed(),
        resumedAt,
        result.stoppedAtMicros(),
        new SnapshotChange(resumedAt, result.stoppedAtMicros(), result.snapshots()),
        before.rowsSinceSnapshot(),
        refold.foldedRows());
  }

  /** Behind the head there are no snapshots to be replaced. */
  private FoldStep with(SnapshotChange change) {
    return new FoldStep(
        cursor, closed, resumedAtMicros, stoppedAtMicros, change, rowsSinceSnapshot, foldedRows);
  }

  private static FoldStep toEnd(
      FoldCursor cursor, Refold refold, Refold.Result result, long resumedAtMicros) {
    return new FoldStep(
        cursor,
        result.closed(),
        resumedAtMicros,
        Long.MAX_VALUE,
        new SnapshotChange(resumedAtMicros, Long.MAX_VALUE, result.snapshots()),
        refold.rowsSinceSnapshot(),
        refold.foldedRows());
  }
}
