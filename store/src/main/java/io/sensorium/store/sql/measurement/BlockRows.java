package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.Series;
import io.sensorium.store.database.Session;
import io.sensorium.store.sql.measurement.BlockDraft.Block;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Sealed blocks as a table. */
final class BlockRows {
  /*
   * A block covers the time from its first row to the first row of the next one. Those that a period
   * needs are the last one that begins before it, and all that begin in it.
   */

  private static final String COVERING =
      """
      FROM measurement_blocks
      WHERE source_id = ? AND first_time < ?
        AND first_time >= COALESCE((SELECT max(first_time) FROM measurement_blocks
          WHERE source_id = ? AND first_time <= ?), ?)
      ORDER BY first_time
      """;

  private static final String LIST_HEADERS =
      "SELECT block_id, first_time, last_time, row_count, length(payload) " + COVERING;

  private static final String OPEN = "SELECT block_id, first_time, last_time, payload " + COVERING;

  private static final String OPEN_TWO = OPEN + " LIMIT 2";

  private static final String FIRST_HEADER =
      """
      SELECT block_id, first_time, last_time, row_count, length(payload) FROM measurement_blocks
      WHERE source_id = ? ORDER BY first_time LIMIT 1
      """;

  private static final String LAST =
      """
      SELECT block_id, payload FROM measurement_blocks
      WHERE source_id = ? ORDER BY first_time DESC LIMIT 1
      """;

  private static final String REACH =
      """
      SELECT (SELECT last_time FROM measurement_blocks WHERE source_id = ?
        ORDER BY first_time DESC LIMIT 1),
        (SELECT max(max_seq) FROM measurement_blocks WHERE source_id = ?)
      """;

  private static final String BY_SEQ =
      """
      SELECT first_time, min_seq FROM measurement_blocks
      WHERE source_id = ? AND max_seq >= ? AND min_seq <= ?
      """;

  private static final String INSERT =
      """
      INSERT INTO measurement_blocks
        (block_id, source_id, first_time, last_time, min_seq, max_seq, row_count, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String COUNT =
      "UPDATE measurement_counters SET value = value + ? WHERE name = ?";

  /** A block without its rows. */
  record Header(long id, long firstMicros, long lastMicros, int rows, int bytes) {}

  /** A block whose numbers may be asked for. */
  record SeqHeader(long firstMicros, long minSeq) {}

  /** How far the blocks of a source reach. */
  record Reach(long lastMicros, long lastSeq) {}

  private BlockRows() {}

  static List<Header> listHeaders(Session session, long source, long fromMicros, long toMicros)
      throws SQLException {
    return session.list(
        LIST_HEADERS, BlockRows::header, source, toMicros, source, fromMicros, Long.MIN_VALUE);
  }

  static Optional<Header> findFirstHeader(Session session, long source) throws SQLException {
    return session.find(FIRST_HEADER, BlockRows::header, source);
  }

  /** Blocks by time, with id, first and last date; see {@link #sealed}. */
  static ResultSet open(Session session, long source, long fromMicros, long toMicros)
      throws SQLException {
    return session.open(OPEN, source, toMicros, source, fromMicros, Long.MIN_VALUE);
  }

  /** As {@link #open}, but no more than the first two. */
  static ResultSet openTwo(Session session, long source, long fromMicros, long toMicros)
      throws SQLException {
    return session.open(OPEN_TWO, source, toMicros, source, fromMicros, Long.MIN_VALUE);
  }

  static SealedBlock sealed(ResultSet block) throws SQLException {
    return new SealedBlock(block.getLong(1), block.getBytes("payload"));
  }

  static Series load(Session session, long blockId) throws SQLException {
    return session
        .find(
            "SELECT block_id, payload FROM measurement_blocks WHERE block_id = ?",
            BlockRows::sealed,
            blockId)
        .orElseThrow()
        .rows();
  }

  static Optional<Series> findLast(Session session, long source) throws SQLException {
    return session.find(LAST, BlockRows::sealed, source).map(SealedBlock::rows);
  }

  static Reach reach(Session session, long source) throws SQLException {
    return session
        .find(REACH, row -> new Reach(orLeast(row, 1), orLeast(row, 2)), source, source)
        .orElseThrow();
  }

  /** Blocks that may hold numbers of the range; in no order. */
  static List<SeqHeader> listBySeq(Session session, long source, long fromSeq, long toSeq)
      throws SQLException {
    return session.list(
        BY_SEQ, row -> new SeqHeader(row.getLong(1), row.getLong(2)), source, fromSeq, toSeq);
  }

  static void delete(Session session, Header block) throws SQLException {
    session.update("DELETE FROM measurement_blocks WHERE block_id = ?", block.id());
  }

  static void insert(Session session, Block block) throws SQLException {
    var piece = block.piece();
    session.update(
        INSERT,
        block.id(),
        block.sourceId(),
        piece.firstMicros(),
        piece.lastMicros(),
        piece.minSeq(),
        piece.maxSeq(),
        piece.rows(),
        piece.payload().toBytes());
  }

  /** Counts blocks and bytes that came and went. */
  static void count(Session session, long blocks, long bytes) throws SQLException {
    session.update(COUNT, blocks, "blocks");
    session.update(COUNT, bytes, "bytes");
  }

  /** How many there are of what {@link #count} counts. */
  static long counted(Session session, String name) throws SQLException {
    return session.number("SELECT value FROM measurement_counters WHERE name = ?", name);
  }

  /** Remembers the last number, since the rows that had it may go. */
  static void remember(Session session, long lastSeq) throws SQLException {
    session.update(
        "UPDATE measurement_counters SET value = ? WHERE name = 'seq' AND value < ?",
        lastSeq,
        lastSeq);
  }

  private static long orLeast(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Long.MIN_VALUE : value;
  }

  private static Header header(ResultSet row) throws SQLException {
    return new Header(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), row.getInt(5));
  }
}
