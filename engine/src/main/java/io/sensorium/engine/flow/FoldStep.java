package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
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

  static FoldStep run(UserState before, ArchiveDraft draft, Folds folds, FoldStates states) {
    var head = states.restore(before.head().state());
    if (head.isEmpty()) {
      return beginAnew(draft, states);
    }
    var fresh = Extent.of(draft.added());
    if (fresh.isEmpty()) {
      return nothing(before, head.get());
    }
    return fresh.firstMicros() > before.head().lastTimeMicros()
        ? goOn(before, head.get(), draft, states)
        : goBack(before, head.get(), draft, folds, states, fresh);
  }

  /** From the first to the last of what is new to the fold; empty when the last is the earlier. */
  private record Extent(long firstMicros, long lastMicros) {

    private static Extent of(Signals added) {
      var extent = new Extent(Long.MAX_VALUE, Long.MIN_VALUE);
      var fixes = added.fixes();
      if (!fixes.isEmpty()) {
        extent = new Extent(fixes.timeMicros(0), fixes.timeMicros(fixes.size() - 1));
      }
      if (!added.activity().isEmpty()) {
        long first = Micros.of(added.activity().getFirst().time());
        long last = Micros.of(added.activity().getLast().time());
        extent = new Extent(Math.min(extent.firstMicros, first), Math.max(extent.lastMicros, last));
      }
      return extent;
    }

    private boolean isEmpty() {
      return lastMicros < firstMicros;
    }
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
      UserState before, FoldCursor cursor, ArchiveDraft draft, FoldStates states) {
    var refold =
        new Refold(states, cursor, before.rowsSinceSnapshot(), OldSnapshots.NONE, Long.MIN_VALUE);
    var result = refold.overAll(draft.added().fixes(), draft.added().activity());
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
