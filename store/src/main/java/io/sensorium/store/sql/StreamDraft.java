package io.sensorium.store.sql;

import io.sensorium.store.StoreException;
import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of one stream of a user.
 *
 * @param blocks blocks that are new or changed, oldest first
 * @param onNewest whether the only change is that of the newest block
 */
record StreamDraft<T>(ItemStream<T> stream, T added, List<DraftBlock<T>> blocks, boolean onNewest) {
  /*
   * A row is written over only if it is as it was read. Items that follow do not change its first
   * time, and with it no index.
   */

  private static final String UPDATE =
      """
      UPDATE blocks
      SET first_time = ?, last_time = ?, reach = ?, item_count = ?, weight = ?, payload = ?
      WHERE block_id = ? AND user_id = ? AND stream = ?
        AND first_time = ? AND last_time = ? AND item_count = ?
      """;

  private static final String EXTEND =
      """
      UPDATE blocks
      SET last_time = ?, reach = ?, item_count = ?, weight = ?, payload = ?
      WHERE block_id = ? AND user_id = ? AND stream = ?
        AND first_time = ? AND last_time = ? AND item_count = ?
      """;

  private static final String INSERT =
      """
      INSERT INTO blocks
        (first_time, last_time, reach, item_count, weight, payload, user_id, stream)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Rows of the database that the draft replaces. */
  Set<Long> replacedIds() {
    return blocks.stream()
        .map(DraftBlock::replaces)
        .filter(Objects::nonNull)
        .map(BlockHeader::id)
        .collect(Collectors.toSet());
  }

  void write(Session session, String user) throws SQLException {
    for (var block : blocks) {
      var replaced = block.replaces();
      if (replaced != null) {
        update(session, user, replaced, block);
      }
    }
    for (var block : blocks) {
      if (block.replaces() == null) {
        insert(session, user, block);
      }
    }
  }

  /** To be called once the draft is committed, after {@link #forgetNewest}. */
  void rememberNewest(NewestBlocks newest, String user) {
    var replaced = onNewest ? blocks.getFirst().replaces() : null;
    if (replaced != null) {
      newest.remember(stream, user, replaced, blocks.getFirst());
    }
  }

  /** To be called when nobody knows whether the draft is committed. */
  void forgetNewest(NewestBlocks newest, String user) {
    if (!blocks.isEmpty()) {
      newest.forget(stream, user);
    }
  }

  private void update(Session session, String user, BlockHeader replaced, DraftBlock<T> block)
      throws SQLException {
    int updated =
        block.firstMicros() == replaced.firstMicros()
            ? extend(session, user, replaced, block)
            : replace(session, user, replaced, block);
    if (updated != 1) {
      throw new StoreException("block " + replaced.id() + " was changed by somebody else");
    }
  }

  private int extend(Session session, String user, BlockHeader replaced, DraftBlock<T> block)
      throws SQLException {
    return session.update(
        EXTEND,
        block.lastMicros(),
        block.reachMicros(),
        stream.size(block.items()),
        block.weight(),
        stream.encode(block.items()),
        replaced.id(),
        user,
        stream.code(),
        replaced.firstMicros(),
        replaced.lastMicros(),
        replaced.itemCount());
  }

  private int replace(Session session, String user, BlockHeader replaced, DraftBlock<T> block)
      throws SQLException {
    return session.update(
        UPDATE,
        block.firstMicros(),
        block.lastMicros(),
        block.reachMicros(),
        stream.size(block.items()),
        block.weight(),
        stream.encode(block.items()),
        replaced.id(),
        user,
        stream.code(),
        replaced.firstMicros(),
        replaced.lastMicros(),
        replaced.itemCount());
  }

  private void insert(Session session, String user, DraftBlock<T> block) throws SQLException {
    session.update(
        INSERT,
        block.firstMicros(),
        block.lastMicros(),
        block.reachMicros(),
        stream.size(block.items()),
        block.weight(),
        stream.encode(block.items()),
        user,
        stream.code());
  }
}
