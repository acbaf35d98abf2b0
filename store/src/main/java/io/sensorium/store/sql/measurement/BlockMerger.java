package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.Series;
import io.sensorium.store.database.Session;
import io.sensorium.store.sql.measurement.BlockDraft.Block;
import io.sensorium.store.sql.measurement.BlockRows.Header;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Works out how the blocks of one source change when rows are added or removed. */
final class BlockMerger {
  /*
   * A block covers the time from its first row to the first row of the next block; what comes before
   * all blocks belongs to the first. Rows join the block that covers them. Only when all of them
   * follow its last row, and it is full, they start blocks of their own: in order, an append rewrites
   * at most one block, and none once it is full. A full block that late rows make too long is divided
   * evenly, so that more of them find room.
   */

  private static final String IS_FOLLOWED =
      """
      SELECT count(*) FROM (SELECT 1 FROM measurement_blocks
        WHERE source_id = ? AND first_time > ? LIMIT 1) AS next
      """;

  private final Session session;
  private final long source;
  private final List<Header> replaced = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  BlockMerger(Session session, long source) {
    this.session = session;
    this.source = source;
  }

  /** Puts rows in, of which there must be any. */
  BlockDraft add(PackedRows rows) throws SQLException {
    var headers = headers(rows);
    if (headers.isEmpty()) {
      blocks.addAll(BlockCutter.cut(rows.toSeries()));
    }
    int from = 0;
    for (int i = 0; i < headers.size(); i++) {
      boolean last = i == headers.size() - 1;
      int to = last ? rows.size() : rows.indexFrom(headers.get(i + 1).firstMicros());
      if (to > from) {
        join(headers.get(i), rows.copyOf(from, to));
      }
      from = to;
    }
    return new BlockDraft(source, replaced, blocks);
  }

  /** Takes the rows of a period out. */
  BlockDraft remove(long fromMicros, long toMicros) throws SQLException {
    for (var header : BlockRows.listHeaders(session, source, fromMicros, toMicros)) {
      if (header.lastMicros() >= fromMicros) {
        removeFrom(header, fromMicros, toMicros);
      }
    }
    return new BlockDraft(source, replaced, blocks);
  }

  private List<Header> headers(PackedRows rows) throws SQLException {
    var covering =
        BlockRows.listHeaders(session, source, rows.timeMicros(0), rows.lastTimeMicros() + 1);
    return covering.isEmpty()
        ? BlockRows.findFirstHeader(session, source).stream().toList()
        : covering;
  }

  private void join(Header header, PackedRows rows) throws SQLException {
    boolean apart =
        rows.timeMicros(0) > header.lastMicros() || rows.lastTimeMicros() < header.firstMicros();
    if (apart && isFull(header)) {
      blocks.addAll(BlockCutter.cut(rows.toSeries()));
      return;
    }
    var known = BlockRows.load(session, header.id());
    var merged = PackedRows.merge(PackedRows.of(known), rows).toSeries();
    if (!merged.equals(known)) {
      replaced.add(header);
      blocks.addAll(cut(header, merged));
    }
  }

  private List<Block> cut(Header header, Series merged) throws SQLException {
    var cut = BlockCutter.cut(merged);
    boolean divided = cut.size() > 1 && isFull(header);
    return divided && session.number(IS_FOLLOWED, source, header.firstMicros()) > 0
        ? BlockCutter.cutEvenly(merged)
        : cut;
  }

  private void removeFrom(Header header, long fromMicros, long toMicros) throws SQLException {
    boolean whole = header.firstMicros() >= fromMicros && header.lastMicros() < toMicros;
    var rest = whole ? Series.EMPTY : without(header, fromMicros, toMicros);
    if (rest.size() < header.rows()) {
      replaced.add(header);
      blocks.addAll(BlockCutter.cut(rest));
    }
  }

  private Series without(Header header, long fromMicros, long toMicros) throws SQLException {
    var known = PackedRows.of(BlockRows.load(session, header.id()));
    int from = known.indexFrom(fromMicros);
    int to = known.indexFrom(toMicros);
    return PackedRows.merge(known.copyOf(0, from), known.copyOf(to, known.size())).toSeries();
  }

  private static boolean isFull(Header header) {
    return header.bytes() >= BlockCutter.FULL_BYTES || header.rows() >= BlockCutter.MAX_ROWS;
  }
}
