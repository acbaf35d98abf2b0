package io.sensorium.store.sql;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest block of a user's stream, as it was committed last: what follows it is added without
 * reading the database.
 */
final class NewestBlocks {
  /*
   * Bounded by the number of blocks, of which items are held only while they are few: the least
   * recently used is forgotten. Only what was committed is remembered, and a commit that failed has it
   * forgotten. Were it stale all the same, the row would not be found as it is said to be, and the
   * commit would fail.
   */

  private static final int MAX_BLOCKS = 2_048;

  /**
   * A newest block.
   *
   * @param items what it holds; null when it has its weight, so that nothing is added to it
   */
  record Newest<T>(BlockHeader header, @Nullable T items) {}

  private record Key(int stream, String user) {}

  private final SequencedMap<Key, Newest<?>> blocks = new LinkedHashMap<>(64, 0.75f, true);

  @SuppressWarnings("unchecked") // the key holds the stream, and with it the type of the items
  synchronized <T> @Nullable Newest<T> find(ItemStream<T> stream, String user) {
    return (Newest<T>) blocks.get(new Key(stream.code(), user));
  }

  /** Remembers a block that took the place of the newest one. */
  synchronized <T> void remember(
      ItemStream<T> stream, String user, BlockHeader replaced, DraftBlock<T> block) {
    var header =
        new BlockHeader(
            replaced.id(),
            block.firstMicros(),
            block.lastMicros(),
            stream.size(block.items()),
            block.weight());
    boolean open = block.weight() < stream.openBlockWeight();
    blocks.put(new Key(stream.code(), user), new Newest<>(header, open ? block.items() : null));
    if (blocks.size() > MAX_BLOCKS) {
      blocks.pollFirstEntry();
    }
  }

  synchronized void forget(ItemStream<?> stream, String user) {
    blocks.remove(new Key(stream.code(), user));
  }

  /** Forgets all blocks of a user. */
  synchronized void forgetAll(String user) {
    blocks.keySet().removeIf(key -> key.user().equals(user));
  }
}
