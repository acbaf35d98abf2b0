package io.sensorium.store.sql;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Blocks that were just written and will soon be written again, so that they need no reading. */
final class OpenBlocks {
  /*
   * Bounded by the number of blocks, each of which is small while it is open: the least recently used
   * is forgotten. Only what was committed is remembered.
   */

  private static final int MAX_BLOCKS = 512;

  private record Key(int stream, String user, long blockId) {}

  private final SequencedMap<Key, DraftBlock<?>> blocks = new LinkedHashMap<>(64, 0.75f, true);

  @SuppressWarnings("unchecked") // the key holds the stream, and with it the type of the items
  synchronized <T> @Nullable DraftBlock<T> find(ItemStream<T> stream, String user, long blockId) {
    return (DraftBlock<T>) blocks.get(new Key(stream.code(), user, blockId));
  }

  synchronized void remember(ItemStream<?> stream, String user, DraftBlock<?> block) {
    var key = new Key(stream.code(), user, block.replacesId());
    if (block.weight() >= stream.openBlockWeight()) {
      blocks.remove(key);
      return;
    }
    blocks.put(key, block);
    if (blocks.size() > MAX_BLOCKS) {
      blocks.pollFirstEntry();
    }
  }

  synchronized void forget(String user) {
    blocks.keySet().removeIf(key -> key.user().equals(user));
  }
}
