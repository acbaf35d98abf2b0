package io.sensorium.store.sql.measurement;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.measurement.Series;
import io.sensorium.series.SeriesCodec;
import java.util.List;

/**
 * How the blocks of a source are to change.
 *
 * @param replaced blocks that go
 * @param blocks blocks that come
 */
record BlockDraft(long sourceId, List<BlockRows.Header> replaced, List<Block> blocks) {

  /** A new block. */
  record Block(
      long firstMicros, long lastMicros, long minSeq, long maxSeq, int rows, Blob payload) {

    static Block of(Series rows, int from, int to, byte[] payload) {
      long minSeq = Long.MAX_VALUE;
      long maxSeq = Long.MIN_VALUE;
      for (int row = from; row < to; row++) {
        minSeq = Math.min(minSeq, rows.seq(row));
        maxSeq = Math.max(maxSeq, rows.seq(row));
      }
      return new Block(
          rows.timeMicros(from),
          rows.timeMicros(to - 1),
          minSeq,
          maxSeq,
          to - from,
          Blob.copyOf(payload));
    }

    static Block of(Series rows, int from, int to) {
      return of(rows, from, to, SeriesCodec.encode(rows, from, to));
    }
  }

  BlockDraft {
    replaced = List.copyOf(replaced);
    blocks = List.copyOf(blocks);
  }

  static BlockDraft unchanged(long sourceId) {
    return new BlockDraft(sourceId, List.of(), List.of());
  }

  /** How many rows there are less than before. */
  long removedRows() {
    return replaced.stream().mapToLong(BlockRows.Header::rows).sum()
        - blocks.stream().mapToLong(Block::rows).sum();
  }

  /** How many blocks there are more than before. */
  int addedBlocks() {
    return blocks.size() - replaced.size();
  }

  /** How many bytes there are more than before. */
  long addedBytes() {
    return blocks.stream().mapToLong(block -> block.payload().size()).sum()
        - replaced.stream().mapToLong(BlockRows.Header::bytes).sum();
  }

  /** The latest date of the new blocks. */
  long lastMicros() {
    return blocks.stream().mapToLong(Block::lastMicros).max().orElse(Long.MIN_VALUE);
  }

  /** The greatest number of the new blocks. */
  long maxSeq() {
    return blocks.stream().mapToLong(Block::maxSeq).max().orElse(Long.MIN_VALUE);
  }
}
