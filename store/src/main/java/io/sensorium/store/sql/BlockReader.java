package io.sensorium.store.sql;

import io.sensorium.core.id.UserId;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one stream of a user: the blocks of the database, under those of a draft. */
final class BlockReader<T> {

  /** Items of one block, and the time that orders the block among others. */
  private record Part<T>(long firstMicros, T items) {}

  private static final String WITHIN =
      """
      SELECT block_id, first_time, payload FROM blocks
      WHERE user_id = ? AND stream = ? AND first_time <= ?
        AND first_time >= COALESCE((SELECT max(first_time) FROM blocks
          WHERE user_id = ? AND stream = ? AND first_time <= ?), ?)
        AND last_time >= ?
      ORDER BY first_time
      """;

  /** For items that last, any earlier block may reach into the range. */
  private static final String REACHING =
      """
      SELECT block_id, first_time, payload FROM blocks
      WHERE user_id = ? AND stream = ? AND first_time <= ? AND reach >= ?
      ORDER BY first_time
      """;

  /** As above, where none reaches in that starts before an instant. */
  private static final String REACHING_FROM =
      """
      SELECT block_id, first_time, payload FROM blocks
      WHERE user_id = ? AND stream = ? AND first_time <= ? AND reach >= ?
        AND first_time >= COALESCE((SELECT max(first_time) FROM blocks
          WHERE user_id = ? AND stream = ? AND first_time <= ?), ?)
      ORDER BY first_time
      """;

  private static final String PAGE =
      """
      SELECT block_id, first_time, payload FROM blocks
      WHERE user_id = ? AND stream = ? AND first_time > ? AND last_time > ?
      ORDER BY first_time LIMIT ?
      """;

  private static final String START_OF_COVERING =
      """
      SELECT max(first_time) FROM blocks WHERE user_id = ? AND stream = ? AND first_time <= ?
      """;

  private static final String NEWEST =
      """
      SELECT block_id, first_time, payload FROM blocks
      WHERE user_id = ? AND stream = ? ORDER BY first_time DESC LIMIT 1
      """;

  private static final int PAGE_BLOCKS = 8;

  private final ItemStream<T> stream;
  private final Session session;
  private final String user;
  private final List<DraftBlock<T>> draft;
  private final Set<Long> replaced;

  BlockReader(ItemStream<T> stream, Session session, UserId user, @Nullable StreamDraft<T> draft) {
    this.stream = stream;
    this.session = session;
    this.user = user.value();
    this.draft = draft == null ? List.of() : draft.blocks();
    this.replaced = draft == null ? Set.of() : draft.replacedIds();
  }

  static <T> T load(ItemStream<T> stream, Session session, long blockId) throws SQLException {
    return session
        .find(
            "SELECT payload FROM blocks WHERE block_id = ?",
            row -> decode(stream, blockId, row.getBytes(1)),
            blockId)
        .orElseThrow(() -> new StoreException("block " + blockId + " is gone"));
  }

  /** Items that overlap the range, in order. */
  T within(long fromMicros, long toMicros) throws SQLException {
    var parts = new ArrayList<Part<T>>();
    try (var rows = openWithin(fromMicros, toMicros)) {
      while (rows.next()) {
        addUnlessReplaced(parts, rows);
      }
    }
    for (var block : draft) {
      if (block.firstMicros() <= toMicros && block.reachMicros() >= fromMicros) {
        parts.add(new Part<>(block.firstMicros(), block.items()));
      }
    }
    return join(parts, fromMicros, toMicros);
  }

  /**
   * Hands out the items that overlap the range, block by block, in order; items that start before
   * {@code earliestMicros} may be missing.
   *
   * @return how many blocks there were
   */
  int eachWithin(long earliestMicros, long fromMicros, long toMicros, Consumer<T> receiver)
      throws SQLException {
    int code = stream.code();
    int read = 0;
    int next = 0;
    try (var rows =
        session.open(
            REACHING_FROM,
            user,
            code,
            toMicros,
            fromMicros,
            user,
            code,
            earliestMicros,
            earliestMicros)) {
      while (rows.next()) {
        long id = rows.getLong("block_id");
        if (!replaced.contains(id)) {
          next = handOutDraft(next, rows.getLong("first_time"), fromMicros, toMicros, receiver);
          var items = decode(stream, id, rows.getBytes("payload"));
          receiver.accept(stream.within(items, fromMicros, toMicros));
          read++;
        }
      }
    }
    return read + handOutDraft(next, Long.MAX_VALUE, fromMicros, toMicros, receiver);
  }

  /** Hands out blocks of the draft from one on, before an instant; tells which one follows. */
  private int handOutDraft(
      int from, long beforeMicros, long fromMicros, long toMicros, Consumer<T> receiver) {
    int next = from;
    while (next < draft.size() && draft.get(next).firstMicros() < beforeMicros) {
      receiver.accept(stream.within(draft.get(next++).items(), fromMicros, toMicros));
    }
    return next;
  }

  /** Items later than the instant, in whole blocks: {@code minItems} where there are as many. */
  T after(long afterMicros, int minItems) throws SQLException {
    if (afterMicros == Long.MAX_VALUE) {
      return stream.concat(List.of());
    }
    var parts = new ArrayList<Part<T>>();
    long seenMicros = beforeCovering(afterMicros);
    long items = 0;
    boolean exhausted = false;
    while (!exhausted && items < minItems) {
      int read = 0;
      try (var rows =
          session.open(PAGE, user, stream.code(), seenMicros, afterMicros, PAGE_BLOCKS)) {
        while (items < minItems && rows.next()) {
          read++;
          seenMicros = rows.getLong("first_time");
          if (addUnlessReplaced(parts, rows)) {
            var last = parts.getLast().items();
            items += stream.size(stream.within(last, afterMicros + 1, Long.MAX_VALUE));
          }
        }
        exhausted = items < minItems && read < PAGE_BLOCKS;
      }
    }
    for (var block : draft) {
      if (block.lastMicros() > afterMicros && (exhausted || block.firstMicros() < seenMicros)) {
        parts.add(new Part<>(block.firstMicros(), block.items()));
      }
    }
    return join(parts, afterMicros + 1, Long.MAX_VALUE);
  }

  /**
   * Something of the block with the latest time.
   *
   * @param ofStored tells it of a block's bytes
   * @param ofDraft tells it of the items of a block of the draft
   */
  <R> Optional<R> ofNewest(Function<byte[], R> ofStored, Function<T, R> ofDraft)
      throws SQLException {
    var drafted = draft.stream().max(Comparator.comparingLong(DraftBlock::firstMicros));
    long draftedMicros = drafted.map(DraftBlock::firstMicros).orElse(Long.MIN_VALUE);
    try (var row = session.open(NEWEST, user, stream.code())) {
      if (row.next()
          && row.getLong("first_time") >= draftedMicros
          && !replaced.contains(row.getLong("block_id"))) {
        return Optional.of(decode(ofStored, row.getLong("block_id"), row.getBytes("payload")));
      }
      return drafted.map(block -> ofDraft.apply(block.items()));
    }
  }

  private ResultSet openWithin(long fromMicros, long toMicros) throws SQLException {
    int code = stream.code();
    if (stream.hasSpans()) {
      return session.open(REACHING, user, code, toMicros, fromMicros);
    }
    return session.open(
        WITHIN, user, code, toMicros, user, code, fromMicros, fromMicros, fromMicros);
  }

  private long beforeCovering(long instantMicros) throws SQLException {
    return session
        .find(
            START_OF_COVERING,
            row -> {
              long first = row.getLong(1);
              return row.wasNull() ? Long.MIN_VALUE : first - 1;
            },
            user,
            stream.code(),
            instantMicros)
        .orElse(Long.MIN_VALUE);
  }

  private boolean addUnlessReplaced(List<Part<T>> parts, ResultSet row) throws SQLException {
    long id = row.getLong("block_id");
    if (replaced.contains(id)) {
      return false;
    }
    parts.add(new Part<>(row.getLong("first_time"), decode(stream, id, row.getBytes("payload"))));
    return true;
  }

  private T join(List<Part<T>> parts, long fromMicros, long toMicros) {
    parts.sort(Comparator.comparingLong(Part::firstMicros));
    return stream.concat(
        parts.stream().map(part -> stream.within(part.items(), fromMicros, toMicros)).toList());
  }

  private static <T> T decode(ItemStream<T> stream, long blockId, byte[] payload) {
    return decode(stream::decode, blockId, payload);
  }

  private static <R> R decode(Function<byte[], R> decoder, long blockId, byte[] payload) {
    try {
      return decoder.apply(payload);
    } catch (DamagedBytesException e) {
      throw new StoreException("block " + blockId + " is damaged", false, e);
    }
  }
}
