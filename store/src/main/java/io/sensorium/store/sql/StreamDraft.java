package io.sensorium.store.sql;

import io.sensorium.store.StoreException;
import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of one stream of a user.
 *
 * @param blocks blocks that are new or changed, oldest first
 */
record StreamDraft<T>(ItemStream<T> stream, T added, List<DraftBlock<T>> blocks) {

  private static final String UPDATE =
      """
      UPDATE blocks
      SET first_time = ?, last_time = ?, reach = ?, item_count = ?, weight = ?, payload = ?
      WHERE block_id = ? AND user_id = ? AND stream = ?
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
        .map(DraftBlock::replacesId)
        .filter(id -> id != DraftBlock.NEW)
        .collect(Collectors.toSet());
  }

  void write(Session session, String user) throws SQLException {
    for (var block : blocks) {
      if (block.replacesId() != DraftBlock.NEW) {
        update(session, user, block);
      }
    }
    for (var block : blocks) {
      if (block.replacesId() == DraftBlock.NEW) {
        insert(session, user, block);
      }
    }
  }

  void rememberTails(OpenBlocks openBlocks, String user) {
    for (var block : blocks) {
      if (block.replacesId() != DraftBlock.NEW) {
        openBlocks.remember(stream, user, block);
      }
    }
  }

  private void update(Session session, String user, DraftBlock<T> block) throws SQLException {
    int updated =
        session.update(
            UPDATE,
            block.firstMicros(),
            block.lastMicros(),
            block.reachMicros(),
            stream.size(block.items()),
            block.weight(),
            stream.encode(block.items()),
            block.replacesId(),
            user,
            stream.code());
    if (updated != 1) {
      throw new StoreException("block " + block.replacesId() + " was changed by somebody else");
    }
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
