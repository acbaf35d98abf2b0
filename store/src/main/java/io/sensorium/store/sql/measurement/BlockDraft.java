package io.sensorium.store.sql.measurement;

import java.util.List;

/**
 * How the blocks of a source are to change.
 *
 * @param replaced blocks that go
 * @param blocks blocks that come
 */
record BlockDraft(long sourceId, List<BlockRows.Header> replaced, List<Block> blocks) {

  /** A new block; its id may be that of one that goes. */
  record Block(long id, long sourceId, Piece piece) {}

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
        - blocks.stream().mapToLong(block -> block.piece().rows()).sum();
  }

  /** How many blocks there are more than before. */
  int addedBlocks() {
    return blocks.size() - replaced.size();
  }

  /** How many bytes there are more than before. */
  long addedBytes() {
    return blocks.stream().mapToLong(block -> block.piece().bytes()).sum()
        - replaced.stream().mapToLong(BlockRows.Header::bytes).sum();
  }

  /** The latest date of the new blocks. */
  long lastMicros() {
    return blocks.stream()
        .mapToLong(block -> block.piece().lastMicros())
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** The greatest number of the new blocks. */
  long maxSeq() {
    return blocks.stream().mapToLong(block -> block.piece().maxSeq()).max().orElse(Long.MIN_VALUE);
  }
}
