package io.sensorium.store.sql;

import io.sensorium.store.database.RowReader;
import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Works out which blocks of a user's stream change, and how, when items are added. */
final class BlockMerger<T> {
  /*
   * A block covers the time from its first item to the first item of the next block; what comes
   * before all blocks belongs to the first. Items join the block that covers them. Only when all of
   * them follow its last item, and it has its weight, they start blocks of their own: in order, an
   * append rewrites at most one small block, and no block twice once it is full.
   */

  private record Header(long id, long firstMicros, long lastMicros, int weight) {

    boolean isOf(DraftBlock<?> block) {
      return block.firstMicros() == firstMicros
          && block.lastMicros() == lastMicros
          && block.weight() == weight;
    }
  }

  private static final String COVERING =
      """
      SELECT block_id, first_time, last_time, weight FROM blocks
      WHERE user_id = ? AND stream = ? AND first_time <= ?
        AND first_time >= COALESCE((SELECT max(first_time) FROM blocks
          WHERE user_id = ? AND stream = ? AND first_time <= ?), ?)
      ORDER BY first_time
      """;

  private static final String FIRST =
      """
      SELECT block_id, first_time, last_time, weight FROM blocks
      WHERE user_id = ? AND stream = ? ORDER BY first_time LIMIT 1
      """;

  private final ItemStream<T> stream;
  private final Session session;
  private final String user;
  private final OpenBlocks openBlocks;
  private final List<DraftBlock<T>> blocks = new ArrayList<>();
  private final List<T> added = new ArrayList<>();

  BlockMerger(ItemStream<T> stream, Session session, String user, OpenBlocks openBlocks) {
    this.stream = stream;
    this.session = session;
    this.user = user;
    this.openBlocks = openBlocks;
  }

  StreamDraft<T> merge(T items) throws SQLException {
    var incoming = stream.sortedDistinct(items);
    int size = stream.size(incoming);
    if (size == 0) {
      return new StreamDraft<>(stream, incoming, List.of());
    }
    var headers = headers(incoming);
    if (headers.isEmpty()) {
      start(incoming);
    }
    int from = 0;
    for (int i = 0; i < headers.size(); i++) {
      boolean last = i == headers.size() - 1;
      int to = last ? size : firstIndexAtOrAfter(incoming, headers.get(i + 1).firstMicros());
      if (to > from) {
        join(headers.get(i), stream.slice(incoming, from, to));
      }
      from = to;
    }
    return new StreamDraft<>(stream, stream.concat(added), List.copyOf(blocks));
  }

  private List<Header> headers(T incoming) throws SQLException {
    long firstMicros = stream.timeMicros(incoming, 0);
    long lastMicros = stream.timeMicros(incoming, stream.size(incoming) - 1);
    RowReader<Header> reader =
        row -> new Header(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4));
    var covering =
        session.list(
            COVERING,
            reader,
            user,
            stream.code(),
            lastMicros,
            user,
            stream.code(),
            firstMicros,
            Long.MIN_VALUE);
    return covering.isEmpty() ? session.list(FIRST, reader, user, stream.code()) : covering;
  }

  private void join(Header header, T items) throws SQLException {
    boolean follows = stream.timeMicros(items, 0) > header.lastMicros();
    if (follows && header.weight() >= stream.openBlockWeight()) {
      start(items);
      return;
    }
    var known = load(header);
    var fresh = follows ? items : stream.without(items, known);
    if (stream.size(fresh) == 0) {
      return;
    }
    added.add(fresh);
    cut(stream.union(known, fresh), header.id());
  }

  private T load(Header header) throws SQLException {
    var remembered = openBlocks.find(stream, user, header.id());
    return remembered != null && header.isOf(remembered)
        ? remembered.items()
        : BlockReader.load(stream, session, header.id());
  }

  private void start(T items) {
    added.add(items);
    cut(items, DraftBlock.NEW);
  }

  /** Makes blocks of about equal weight; the first takes the place of an old one. */
  private void cut(T items, long replacesId) {
    int size = stream.size(items);
    long rest = 0;
    for (int i = 0; i < size; i++) {
      rest += stream.weight(items, i);
    }
    long parts = Math.ceilDiv(rest, stream.maxBlockWeight());
    int from = 0;
    long id = replacesId;
    while (from < size) {
      int to = parts <= 1 ? size : end(items, from, Math.ceilDiv(rest, parts));
      var block = DraftBlock.of(stream, id, stream.slice(items, from, to));
      blocks.add(block);
      rest -= block.weight();
      parts--;
      id = DraftBlock.NEW;
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
