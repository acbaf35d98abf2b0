package io.sensorium.store.sql;

import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out which blocks of a user's stream change, and how, when items are added. */
final class BlockMerger<T> {
  /*
   * A block covers the time from its first item to the first item of the next block; what comes
   * before all blocks belongs to the first. Items join the block that covers them. Only when all of
   * them follow its last item, and it has its weight, they start blocks of their own: in order, an
   * append rewrites at most one small block, and no block twice once it is full.
   */

  private static final String COVERING =
      """
      SELECT %s FROM blocks
      WHERE user_id = ? AND stream = ? AND first_time <= ?
        AND first_time >= COALESCE((SELECT max(first_time) FROM blocks
          WHERE user_id = ? AND stream = ? AND first_time <= ?), ?)
      ORDER BY first_time
      """
          .formatted(BlockHeader.COLUMNS);

  private static final String FIRST =
      """
      SELECT %s FROM blocks
      WHERE user_id = ? AND stream = ? ORDER BY first_time LIMIT 1
      """
          .formatted(BlockHeader.COLUMNS);

  private static final String NEWEST =
      """
      SELECT %s FROM blocks
      WHERE user_id = ? AND stream = ? ORDER BY first_time DESC LIMIT 1
      """
          .formatted(BlockHeader.COLUMNS);

  private final ItemStream<T> stream;
  private final Session session;
  private final String user;
  private final NewestBlocks newest;
  private final List<DraftBlock<T>> blocks = new ArrayList<>();
  private final List<T> added = new ArrayList<>();

  BlockMerger(ItemStream<T> stream, Session session, String user, NewestBlocks newest) {
    this.stream = stream;
    this.session = session;
    this.user = user;
    this.newest = newest;
  }

  StreamDraft<T> merge(T items) throws SQLException {
    var incoming = stream.sortedDistinct(items);
    if (stream.size(incoming) == 0) {
      return new StreamDraft<>(stream, incoming, List.of(), false);
    }
    var last = newestBlock();
    if (last == null) {
      start(incoming);
    } else if (stream.timeMicros(incoming, 0) >= last.header().firstMicros()) {
      join(last.header(), last.items(), incoming);
    } else {
      joinEach(headers(incoming), incoming);
    }
    boolean onNewest = last != null && blocks.size() == 1 && replaces(last.header());
    return new StreamDraft<>(stream, stream.concat(added), List.copyOf(blocks), onNewest);
  }

  private boolean replaces(BlockHeader header) {
    return header.equals(blocks.getFirst().replaces());
  }

  private NewestBlocks.@Nullable Newest<T> newestBlock() throws SQLException {
    var known = newest.find(stream, user);
    if (known != null) {
      return known;
    }
    return session
        .find(NEWEST, BlockHeader::read, user, stream.code())
        .map(header -> new NewestBlocks.Newest<T>(header, null))
        .orElse(null);
  }

  private List<BlockHeader> headers(T incoming) throws SQLException {
    long firstMicros = stream.timeMicros(incoming, 0);
    long lastMicros = stream.timeMicros(incoming, stream.size(incoming) - 1);
    var covering =
        session.list(
            COVERING,
            BlockHeader::read,
            user,
            stream.code(),
            lastMicros,
            user,
            stream.code(),
            firstMicros,
            Long.MIN_VALUE);
    return covering.isEmpty()
        ? session.list(FIRST, BlockHeader::read, user, stream.code())
        : covering;
  }

  private void joinEach(List<BlockHeader> headers, T incoming) throws SQLException {
    int size = stream.size(incoming);
    int from = 0;
    for (int i = 0; i < headers.size(); i++) {
      boolean last = i == headers.size() - 1;
      int to = last ? size : firstIndexAtOrAfter(incoming, headers.get(i + 1).firstMicros());
      if (to > from) {
        join(headers.get(i), null, stream.slice(incoming, from, to));
      }
      from = to;
    }
  }

  /**
   * Adds items to a block.
   *
   * @param remembered what the block holds; null when it must be read
   */
  private void join(BlockHeader header, @Nullable T remembered, T items) throws SQLException {
    boolean follows = stream.timeMicros(items, 0) > header.lastMicros();
    if (follows && header.weight() >= stream.openBlockWeight()) {
      start(items);
      return;
    }
    var known = remembered != null ? remembered : BlockReader.load(stream, session, header.id());
    var fresh = follows ? items : stream.without(items, known);
    if (stream.size(fresh) == 0) {
      return;
    }
    added.add(fresh);
    cut(stream.union(known, fresh), header);
  }

  private void start(T items) {
    added.add(items);
    cut(items, null);
  }

  /** Makes blocks of about equal weight; the first takes the place of an old one. */
  private void cut(T items, @Nullable BlockHeader replaces) {
    int size = stream.size(items);
    long rest = 0;
    for (int i = 0; i < size; i++) {
      rest += stream.weight(items, i);
    }
    long parts = Math.ceilDiv(rest, stream.maxBlockWeight());
    int from = 0;
    var replaced = replaces;
    while (from < size) {
      int to = parts <= 1 ? size : end(items, from, Math.ceilDiv(rest, parts));
      var block = DraftBlock.of(stream, replaced, stream.slice(items, from, to));
      blocks.add(block);
      rest -= block.weight();
      parts--;
      replaced = null;
      from = to;
    }
  }

  /** Where a block from {@code from} on has the weight; items of one time are not parted. */
  private int end(T items, int from, long enough) {
    int size = stream.size(items);
    long weight = 0;
    int to = from;
    while (to < size && weight < enough) {
      weight += stream.weight(items, to++);
    }
    while (to < size && stream.timeMicros(items, to) == stream.timeMicros(items, to - 1)) {
      to++;
    }
    return to;
  }

  private int firstIndexAtOrAfter(T items, long instantMicros) {
    int low = 0;
    int high = stream.size(items);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stream.timeMicros(items, middle) < instantMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
