package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.bytes.Blob;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.store.archive.ArchiveReader;
import io.sensorium.store.timeline.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Folds a user's fixes from a snapshot on, until the fold is where it was before or the fixes end.
 */
final class Refold {

  /** A piece, and the time of the fix that closed it. */
  record Closed(Piece piece, long closedAtMicros) {}

  /**
   * What a run gives.
   *
   * @param stoppedAtMicros where the state was found equal again; {@link Long#MAX_VALUE} when the
   *     run went to the newest fix
   */
  record Result(List<Closed> closed, List<Snapshot> snapshots, long stoppedAtMicros) {

    boolean reachedEnd() {
      return stoppedAtMicros == Long.MAX_VALUE;
    }
  }

  static final int ROWS_PER_SNAPSHOT = 2_000;
  private static final long MICROS_PER_SNAPSHOT = 6 * Micros.PER_HOUR;
  private static final int ROWS_PER_READ = 4_096;

  private final FoldCursor cursor;
  private final Map<Long, Blob> oldSnapshots;
  private final long lastNewMicros;
  private final List<Closed> closed = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private long lastSnapshotMicros;
  private int rowsSinceSnapshot;
  private boolean snapshotWanted;

  /**
   * @param cursor the state to go on from; it is changed
   * @param rowsSinceSnapshot how many fixes that state has folded since the last snapshot
   * @param oldSnapshots the states of the run before, by time; where one is equal, the run stops
   * @param lastNewMicros time of the last new fix: the run never stops before it
   */
  Refold(
      FoldCursor cursor, int rowsSinceSnapshot, Map<Long, Blob> oldSnapshots, long lastNewMicros) {
    this.cursor = cursor;
    this.rowsSinceSnapshot = rowsSinceSnapshot;
    this.oldSnapshots = oldSnapshots;
    this.lastNewMicros = lastNewMicros;
    this.lastSnapshotMicros = cursor.lastTimeMicros();
  }

  int rowsSinceSnapshot() {
    return rowsSinceSnapshot;
  }

  /** Folds rows that are known to be all that follow. */
  Result overRows(FixTrack rows) {
    return result(foldChunk(rows));
  }

  /** Folds everything that the archive holds after the cursor. */
  Result overArchive(UserId user, ArchiveReader archive) {
    var chunk = archive.readFixesAfter(user, cursor.lastTimeMicros(), ROWS_PER_READ);
    while (!chunk.isEmpty()) {
      long stoppedAt = foldChunk(chunk);
      if (stoppedAt != Long.MAX_VALUE) {
        return result(stoppedAt);
      }
      chunk = archive.readFixesAfter(user, cursor.lastTimeMicros(), ROWS_PER_READ);
    }
    return result(Long.MAX_VALUE);
  }

  private Result result(long stoppedAtMicros) {
    return new Result(List.copyOf(closed), List.copyOf(snapshots), stoppedAtMicros);
  }

  private long foldChunk(FixTrack chunk) {
    for (int row = 0; row < chunk.size(); row++) {
      long timeMicros = chunk.timeMicros(row);
      cursor.fold(chunk, row, piece -> closed.add(new Closed(piece, timeMicros)));
      rowsSinceSnapshot++;
      snapshotWanted |= cursor.wantsSnapshot();
      boolean instantEnds = row + 1 == chunk.size() || chunk.timeMicros(row + 1) != timeMicros;
      if (instantEnds && endInstant(timeMicros)) {
        return timeMicros;
      }
    }
    return Long.MAX_VALUE;
  }

  /** Takes a snapshot where one is due; true when the state is equal to that of the run before. */
  private boolean endInstant(long timeMicros) {
    var old = oldSnapshots.get(timeMicros);
    boolean due =
        old != null
            || snapshotWanted
            || rowsSinceSnapshot >= ROWS_PER_SNAPSHOT
            || Math.floorDiv(timeMicros, MICROS_PER_SNAPSHOT)
                != Math.floorDiv(lastSnapshotMicros, MICROS_PER_SNAPSHOT);
    if (!due) {
      return false;
    }
    var state = SavedFold.of(cursor);
    snapshots.add(new Snapshot(timeMicros, state));
    lastSnapshotMicros = timeMicros;
    rowsSinceSnapshot = 0;
    snapshotWanted = false;
    return timeMicros > lastNewMicros && state.equals(old);
  }
}
