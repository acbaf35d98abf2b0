package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.SourceRows;
import org.jspecify.annotations.Nullable;

/** What is in memory of one source: rows that are not in blocks yet, and its latest row. */
final class SourceHead {
  /*
   * A row is here from before its append returns until after the blocks that hold it are committed.
   * So whoever looks here first and at the blocks then misses nothing; what is found twice is equal.
   *
   * What is known of the blocks is kept only as long as no change of them came between: each change
   * raises the epoch, and whoever brings what they have read tells the epoch they read it in.
   */

  private static final long UNKNOWN = Long.MAX_VALUE;

  private final long sourceId;
  private PackedRows waiting = PackedRows.NONE;
  private @Nullable Portion newest; // with those before it, not among the waiting rows yet
  private int waitingBytes;
  private PackedRows sealing = PackedRows.NONE;
  private int sealingBytes;
  private @Nullable PackedRows latest; // resolved; without rows where there are none
  private @Nullable GatewayLog gateway;
  private int epoch;
  private boolean shared;
  private long sealedTimeMicros = UNKNOWN; // no row of a block is later
  private long sealedSeq = UNKNOWN; // no row of a block has a greater number

  SourceHead(long sourceId) {
    this.sourceId = sourceId;
  }

  long sourceId() {
    return sourceId;
  }

  /** Adds rows of a batch; tells how many bytes they take. */
  synchronized int add(GatewayLog from, SourceRows rows, int source, long firstSeq) {
    if (waitingBytes == 0 || gateway != from) {
      shared |= gateway != null && gateway != from; // for good: it seldom moves
      gateway = from;
      from.note(this);
    }
    var portion = new Portion(newest, rows, source, firstSeq);
    int grown = add(portion);
    waitingBytes += grown;
    if (latest != null) {
      latest = laterOf(latest, portion.lastRow());
    }
    return grown;
  }

  private int add(Portion portion) {
    if (newest != null || !portion.isSmall()) {
      newest = portion;
      return portion.bytes();
    }
    int before = waiting.bytes();
    waiting = Portion.pack(waiting, portion);
    return waiting.bytes() - before;
  }

  /** The rows of a period that are not in blocks, or not known to be. */
  synchronized PackedRows snapshot(long fromMicros, long toMicros) {
    return PackedRows.merge(
        between(sealing, fromMicros, toMicros), between(packed(), fromMicros, toMicros));
  }

  synchronized int epoch() {
    return epoch;
  }

  synchronized @Nullable PackedRows latest() {
    return latest;
  }

  synchronized @Nullable GatewayLog gateway() {
    return gateway;
  }

  /** Whether batches of more than one gateway may hold rows of the source. */
  synchronized boolean isShared() {
    return shared;
  }

  /** Whether a block may hold a row of that date. */
  synchronized boolean mayBeSealed(long timeMicros) {
    return timeMicros <= sealedTimeMicros;
  }

  /** Whether a block may hold a row of that number or a greater one. */
  synchronized boolean mayHaveSealedSeq(long seq) {
    return seq <= sealedSeq;
  }

  /** Remembers the latest row of the blocks, unless they changed; tells the latest row of all. */
  synchronized PackedRows learnLatest(PackedRows ofBlocks, PackedRows ofMemory, int readInEpoch) {
    var found = laterOf(ofBlocks, ofMemory);
    if (readInEpoch == epoch) {
      latest = laterOf(laterOf(ofBlocks, sealing), packed());
    }
    return found;
  }

  /** Remembers how far the blocks reach, unless they changed. */
  synchronized void learnReach(long lastTimeMicros, long lastSeq, int readInEpoch) {
    if (readInEpoch == epoch) {
      sealedTimeMicros = lastTimeMicros;
      sealedSeq = lastSeq;
    }
  }

  /** The rows to be sealed now; they stay readable. */
  synchronized PackedRows freeze() {
    sealing = PackedRows.merge(sealing, packed());
    sealingBytes += waitingBytes;
    waiting = PackedRows.NONE;
    waitingBytes = 0;
    return sealing;
  }

  /** The frozen rows are in blocks, which reach as far as told; tells how many bytes are free. */
  synchronized int thaw(long lastTimeMicros, long lastSeq) {
    epoch++;
    sealedTimeMicros = Math.max(sealedTimeMicros, lastTimeMicros);
    sealedSeq = Math.max(sealedSeq, lastSeq);
    int bytes = sealingBytes;
    sealing = PackedRows.NONE;
    sealingBytes = 0;
    return bytes;
  }

  /** The frozen rows could not be written and wait on. */
  synchronized void thawUnsealed() {
    shared = true; // batches of this gateway stay, whoever brings the next rows
    waiting = PackedRows.merge(sealing, packed());
    waitingBytes += sealingBytes;
    sealing = PackedRows.NONE;
    sealingBytes = 0;
  }

  /** Forgets what is known of blocks from which rows were removed. */
  synchronized void forget() {
    epoch++;
    latest = null;
  }

  private PackedRows packed() {
    if (newest != null) {
      waiting = Portion.pack(waiting, newest);
      newest = null;
    }
    return waiting;
  }

  private static PackedRows between(PackedRows rows, long fromMicros, long toMicros) {
    return rows.copyOf(rows.indexFrom(fromMicros), rows.indexFrom(toMicros));
  }

  /** A copy of the row that counts of the last ones of two layers. */
  private static PackedRows laterOf(PackedRows lower, PackedRows upper) {
    if (lower.isEmpty() || upper.isEmpty()) {
      return lastOf(lower.isEmpty() ? upper : lower);
    }
    long lowTime = lower.lastTimeMicros();
    long upTime = upper.lastTimeMicros();
    boolean isUpper =
        upTime > lowTime
            || (upTime == lowTime
                && PackedRows.isUpperValid(lower, lower.size() - 1, upper, upper.size() - 1));
    return lastOf(isUpper ? upper : lower);
  }

  private static PackedRows lastOf(PackedRows rows) {
    return rows.copyOf(Math.max(0, rows.size() - 1), rows.size());
  }
}
