package io.sensorium.store.sql.measurement;

import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.sql.measurement.BlockDraft.Block;
import io.sensorium.store.sql.measurement.GatewayLog.Harvest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Moves rows from the log and memory into blocks, and removes rows. */
final class Sealer {
  /*
   * One at a time changes blocks. It reads and encodes beside the writer, and then has the writer put
   * the new blocks in the place of the old ones, a few hundred sources at a time, so that appends need
   * not wait long. The last of these transactions also deletes the batches from the log. After a crash
   * in between they are taken up again; rows that are in blocks already change nothing then.
   */

  private static final int SOURCES_PER_TRANSACTION = 256;

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final SeqSource seqs;
  private final BlockIds ids;
  private final WaitingRows waiting;
  private final ReentrantLock turn = new ReentrantLock();

  Sealer(SqlWriter writer, ReaderPool readers, SeqSource seqs, WaitingRows waiting) {
    this.writer = writer;
    this.readers = readers;
    this.seqs = seqs;
    this.waiting = waiting;
    ids = readers.read(BlockIds::new);
  }

  /** Seals what waits of a gateway. */
  void seal(GatewayLog gateway) {
    turn.lock();
    try {
      var harvest = gateway.take();
      if (!harvest.isEmpty()) {
        seal(gateway, harvest);
      } else if (!harvest.heads().isEmpty()) {
        gateway.putBack(harvest); // their batch is on its way into memory
      }
    } finally {
      turn.unlock();
    }
  }

  /**
   * Removes rows of a source that are in blocks; tells how many there were. The caller has sealed
   * what waits of the source.
   */
  long remove(SourceHead head, long fromMicros, long toMicros) {
    turn.lock();
    try {
      var draft =
          readers.read(
              session ->
                  new BlockMerger(session, ids, head.sourceId()).remove(fromMicros, toMicros));
      writer.write(session -> remove(session, draft, fromMicros, toMicros));
      head.forget();
      return draft.removedRows();
    } finally {
      turn.unlock();
    }
  }

  /** Runs while nobody else changes blocks. */
  long inTurn(LongSupplier work) {
    turn.lock();
    try {
      return work.getAsLong();
    } finally {
      turn.unlock();
    }
  }

  /** Forgets the keys of batches that are too old to be asked for. */
  void forgetKeys(Instant now) {
    writer.writeDerived(session -> LogRows.forgetKeys(session, now));
  }

  private void seal(GatewayLog gateway, Harvest harvest) {
    var heads = harvest.heads();
    boolean done = false;
    try {
      int from = 0;
      for (; heads.size() - from > SOURCES_PER_TRANSACTION; from += SOURCES_PER_TRANSACTION) {
        seal(heads.subList(from, from + SOURCES_PER_TRANSACTION), List.of());
      }
      seal(heads.subList(from, heads.size()), harvest.firstSeqs());
      done = true;
      waiting.removeRows(harvest.rows());
    } finally {
      if (!done) {
        gateway.putBack(harvest);
      }
    }
  }

  private void seal(List<SourceHead> heads, List<Long> finished) {
    var drafts = new ArrayList<BlockDraft>(heads.size());
    boolean done = false;
    try {
      readers.read(session -> drafts.addAll(drafts(session, heads)));
      writer.writeDerived(session -> apply(session, drafts, finished));
      done = true;
    } finally {
      if (!done) {
        heads.forEach(SourceHead::thawUnsealed);
      }
    }
    for (int i = 0; i < heads.size(); i++) {
      waiting.removeBytes(heads.get(i).thaw(drafts.get(i).lastMicros(), drafts.get(i).maxSeq()));
    }
  }

  private int remove(Session session, BlockDraft draft, long fromMicros, long toMicros)
      throws SQLException {
    Aging.removeSummaries(session, draft.sourceId(), fromMicros, toMicros);
    return apply(session, List.of(draft), List.of());
  }

  private List<BlockDraft> drafts(Session session, List<SourceHead> heads) throws SQLException {
    var drafts = new ArrayList<BlockDraft>(heads.size());
    for (var head : heads) {
      var rows = head.freeze();
      drafts.add(
          rows.isEmpty()
              ? BlockDraft.unchanged(head.sourceId())
              : new BlockMerger(session, ids, head.sourceId()).add(rows));
    }
    return drafts;
  }

  private int apply(Session session, List<BlockDraft> drafts, List<Long> finished)
      throws SQLException {
    var blocks = new ArrayList<Block>();
    long added = 0;
    long addedBytes = 0;
    for (var draft : drafts) {
      for (var old : draft.replaced()) {
        BlockRows.delete(session, old);
      }
      blocks.addAll(draft.blocks());
      added += draft.addedBlocks();
      addedBytes += draft.addedBytes();
    }
    blocks.sort(Comparator.comparingLong(Block::id)); // as they lie in the table
    for (var block : blocks) {
      BlockRows.insert(session, block);
    }
    BlockRows.count(session, added, addedBytes);
    BlockRows.remember(session, seqs.last());
    LogRows.delete(session, finished);
    return drafts.size();
  }
}
