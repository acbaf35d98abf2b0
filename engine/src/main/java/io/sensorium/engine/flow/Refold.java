package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.store.archive.ArchiveReader;
import io.sensorium.store.timeline.Snapshot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds a user's fixes, and what the phone recognised between them, from a snapshot on, until the
 * fold is where it was before or the fixes end.
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

  private final FoldStates states;
  private final FoldCursor cursor;
  private final OldSnapshots oldSnapshots;
  private final long lastNewMicros;
  private final List<Closed> closed = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private long lastSnapshotMicros;
  private int rowsSinceSnapshot;
  private long foldedRows;
  private boolean snapshotWanted;

  /**
   * @param cursor the state to go on from; it is changed
   * @param rowsSinceSnapshot how many fixes that state has folded since the last snapshot
   * @param oldSnapshots the states of the run before; where one is equal, the run stops
   * @param lastNewMicros time of the last new fix or sample: the run never stops before it
   */
  Refold(
      FoldStates states,
      FoldCursor cursor,
      int rowsSinceSnapshot,
      OldSnapshots oldSnapshots,
      long lastNewMicros) {
    this.states = states;
    this.cursor = cursor;
    this.rowsSinceSnapshot = rowsSinceSnapshot;
    this.oldSnapshots = oldSnapshots;
    this.lastNewMicros = lastNewMicros;
    this.lastSnapshotMicros = cursor.lastTimeMicros();
  }

  int rowsSinceSnapshot() {
    return rowsSinceSnapshot;
  }

  /** Fixes that this run folded. */
  long foldedRows() {
    return foldedRows;
  }

  /** Folds rows and samples that are known to be all that follow. */
  Result overAll(FixTrack rows, List<ActivitySample> samples) {
    return result(foldChunk(rows, samples.iterator()));
  }

  /** Folds everything that the archive holds after the cursor. */
  Result overArchive(UserId user, ArchiveReader archive) {
    var chunk = archive.readFixesAfter(user, cursor.lastTimeMicros(), ROWS_PER_READ);
    while (!chunk.isEmpty()) {
      long from = cursor.lastTimeMicros() + 1;
      long to = chunk.timeMicros(chunk.size() - 1);
      long stoppedAt = foldChunk(chunk, archive.readActivity(user, from, to).iterator());
      if (stoppedAt != Long.MAX_VALUE) {
        return result(stoppedAt);
      }
      chunk = archive.readFixesAfter(user, cursor.lastTimeMicros(), ROWS_PER_READ);
    }
    long from = cursor.lastTimeMicros() + 1;
    archive.readActivity(user, from, Long.MAX_VALUE).forEach(cursor::recognise);
    return result(Long.MAX_VALUE);
  }

  private Result result(long stoppedAtMicros) {
    return new Result(List.copyOf(closed), List.copyOf(snapshots), stoppedAtMicros);
  }

  private long foldChunk(FixTrack chunk, Iterator<ActivitySample> samples) {
    var sample = next(samples);
    for (int row = 0; row < chunk.size(); row++) {
      long timeMicros = chunk.timeMicros(row);
      while (sample != null && Micros.of(sample.time()) <= timeMicros) {
        cursor.recognise(sample);
        sample = next(samples);
      }
      cursor.fold(chunk, row, piece -> closed.add(new Closed(piece, timeMicros)));
      rowsSinceSnapshot++;
      foldedRows++;
      snapshotWanted |= cursor.wantsSnapshot();
      boolean instantEnds = row + 1 == chunk.size() || chunk.timeMicros(row + 1) != timeMicros;
      if (instantEnds && endInstant(timeMicros)) {
        return timeMicros;
      }
    }
    for (; sample != null; sample = next(samples)) {
      cursor.recognise(sample);
    }
    return Long.MAX_VALUE;
  }

  private static @Nullable ActivitySample next(Iterator<ActivitySample> samples) {
    return samples.hasNext() ? samples.next() : null;
  }

  /** Takes a snapshot where one is due; true when the state is equal to that of the run before. */
  private boolean endInstant(long timeMicros) {
    var old = oldSnapshots.at(timeMicros);
    boolean due =
        old != null
            || snapshotWanted
            || rowsSinceSnapshot >= ROWS_PER_SNAPSHOT
            || Math.floorDiv(timeMicros, MICROS_PER_SNAPSHOT)
                != Math.floorDiv(lastSnapshotMicros, MICROS_PER_SNAPSHOT);
    if (!due) {
      return false;
    }
    var state = states.of(cursor);
    snapshots.add(new Snapshot(timeMicros, state));
    lastSnapshotMicros = timeMicros;
    rowsSinceSnapshot = 0;
    snapshotWanted = false;
    return timeMicros > lastNewMicros && state.equals(old);
  }
}
