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
  private final BlockIds ids;
  private final long source;
  private final long growingId;
  private final List<Header> replaced = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  BlockMerger(Session session, BlockIds ids, long source) {
    this.session = session;
    this.ids = ids;
    this.source = source;
    growingId = BlockIds.ofGrowing(source);
  }

  /** Puts rows in, of which there must be any. */
  BlockDraft add(PackedRows rows) throws SQLException {
    var headers = headers(rows);
    if (headers.isEmpty()) {
      placeAtEnd(BlockCutter.cut(rows.toSeries()));
    }
    int from = 0;
    for (int i = 0; i < headers.size(); i++) {
      boolean last = i == headers.size() - 1;
      int to = last ? rows.size() : rows.indexFrom(headers.get(i + 1).firstMicros());
      if (to > from) {
        join(headers.get(i), rows.copyOf(from, to), last);
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

  /** Puts rows into the block that covers them, which may be the last one that covers any. */
  private void join(Header header, PackedRows rows, boolean last) throws SQLException {
    boolean before = rows.lastTimeMicros() < header.firstMicros();
    boolean behind = rows.timeMicros(0) > header.lastMicros();
    if ((before || behind) && isFull(header) && header.id() != growingId) {
      var pieces =
          BlockCutter.cut(rows.toSeries(), BlockCutter.guess(header.rows(), header.bytes()));
      if (behind && last && isLast(header)) {
        placeAtEnd(pieces);
      } else {
        place(pieces);
      }
      return;
    }
    var known = BlockRows.load(session, header.id());
    var merged = PackedRows.merge(PackedRows.of(known), rows).toSeries();
    if (!merged.equals(known)) {
      replace(header, merged, last && isLast(header));
    }
  }

  private void replace(Header header, Series rows, boolean last) {
    replaced.add(header);
    var pieces = BlockCutter.cut(rows, BlockCutter.guess(header.rows(), header.bytes()));
    boolean divided = !last && pieces.size() > 1 && isFull(header);
    place(header, divided ? BlockCutter.cutEvenly(rows) : pieces, last);
  }

  private boolean isLast(Header header) throws SQLException {
    return header.id() == growingId
        || session.number(IS_FOLLOWED, source, header.firstMicros()) == 0;
  }

  private void removeFrom(Header header, long fromMicros, long toMicros) throws SQLException {
    boolean whole = header.firstMicros() >= fromMicros && header.lastMicros() < toMicros;
    var rest = whole ? Series.EMPTY : without(header, fromMicros, toMicros);
    if (rest.size() < header.rows()) {
      replaced.add(header);
      place(header, BlockCutter.cut(rest), header.id() == growingId);
    }
  }

  private Series without(Header header, long fromMicros, long toMicros) throws SQLException {
    var known = PackedRows.of(BlockRows.load(session, header.id()));
    int from = known.indexFrom(fromMicros);
    int to = known.indexFrom(toMicros);
    return PackedRows.merge(known.copyOf(0, from), known.copyOf(to, known.size())).toSeries();
  }

  /** The end of the series: what does not fill a block goes on to grow. */
  private void placeAtEnd(List<Piece> pieces) {
    var last = pieces.getLast();
    if (BlockCutter.isFull(last.rows(), last.bytes())) {
      place(pieces);
    } else {
      place(pieces.subList(0, pieces.size() - 1));
      blocks.add(new Block(growingId, source, last));
    }
  }

  /** Places what remains of a block that goes, which may be the last of its source. */
  private void place(Header header, List<Piece> pieces, boolean last) {
    if (pieces.isEmpty()) {
      return;
    }
    if (last) {
      placeAtEnd(pieces);
    } else {
      blocks.add(new Block(header.id(), source, pieces.getFirst()));
      place(pieces.subList(1, pieces.size()));
    }
  }

  private void place(List<Piece> pieces) {
    pieces.forEach(piece -> blocks.add(new Block(ids.next(), source, piece)));
  }

  private static boolean isFull(Header header) {
    return BlockCutter.isFull(header.rows(), header.bytes());
  }
}
