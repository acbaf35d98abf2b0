package io.sensorium.store.sql.measurement;

import io.sensorium.core.bytes.Blob;
import io.sensorium.series.SeriesCodec;
import io.sensorium.series.SeriesSummary;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** Puts the summaries of blocks that became too old into the place of the blocks. */
final class Aging {

  private static final int BLOCKS_PER_TRANSACTION = 256;

  private static final String NEXT_SOURCE =
      """
      SELECT source_id FROM measurement_blocks WHERE source_id > ? ORDER BY source_id LIMIT 1
      """;

  /* The newest block has none after it. */
  private static final String OLD =
      """
      SELECT block_id, first_time, last_time, payload FROM measurement_blocks AS old
      WHERE source_id = ? AND first_time < ? AND last_time < ?
        AND EXISTS (SELECT 1 FROM measurement_blocks AS newer
          WHERE newer.source_id = old.source_id AND newer.first_time > old.first_time)
      ORDER BY first_time LIMIT ?
      """;

  private static final String KEEP =
      """
      INSERT INTO measurement_summaries (source_id, first_time, last_time, payload)
      VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String LIST =
      """
      SELECT first_time, last_time, payload FROM measurement_summaries
      WHERE source_id = ? AND first_time >= ? AND first_time < ? ORDER BY first_time
      """;

  private static final String REMOVE =
      """
      DELETE FROM measurement_summaries
      WHERE source_id = ? AND first_time < ? AND last_time >= ?
      """;

  private static final String RAISE =
      "UPDATE measurement_counters SET value = ? WHERE name = 'kept_from' AND value < ?";

  /** What is left of a block that went. */
  record Remainder(long firstMicros, long lastMicros, SeriesSummary summary) {}

  /** A block that goes, and what is left of it. */
  private record OldBlock(long id, long firstMicros, long lastMicros, int bytes, Blob remainder) {

    static OldBlock of(ResultSet row) throws SQLException {
      var payload = row.getBytes(4);
      return new OldBlock(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          payload.length,
          Blob.copyOf(SeriesCodec.withoutRows(payload)));
    }
  }

  private final SqlWriter writer;
  private final ReaderPool readers;
  private volatile long keptFromMicros;

  Aging(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
    keptFromMicros =
        readers.read(
            session ->
                session.number("SELECT value FROM measurement_counters WHERE name = 'kept_from'"));
  }

  /** Rows before this date are not kept. */
  long keptFromMicros() {
    return keptFromMicros;
  }

  /** Removes blocks that end before a date. Nobody else may change blocks meanwhile. */
  long removeBlocksBefore(long timeMicros) {
    writer.write(session -> session.update(RAISE, timeMicros, timeMicros));
    keptFromMicros = Math.max(keptFromMicros, timeMicros);
    long removed = 0;
    for (var source = sourceAfter(Long.MIN_VALUE);
        source.isPresent();
        source = sourceAfter(source.getAsLong())) {
      removed += removeBlocksBefore(source.getAsLong(), keptFromMicros);
    }
    return removed;
  }

  private OptionalLong sourceAfter(long source) {
    var next = readers.read(session -> session.find(NEXT_SOURCE, row -> row.getLong(1), source));
    return next.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private long removeBlocksBefore(long source, long timeMicros) {
    long removed = 0;
    List<OldBlock> some;
    do {
      some =
          readers.read(
              session ->
                  session.list(
                      OLD, OldBlock::of, source, timeMicros, timeMicros, BLOCKS_PER_TRANSACTION));
      if (!some.isEmpty()) {
        var going = some;
        writer.writeDerived(session -> replace(session, source, going));
      }
      removed += some.size();
    } while (some.size() == BLOCKS_PER_TRANSACTION);
    return removed;
  }

  private static int replace(Session session, long source, List<OldBlock> blocks)
      throws SQLException {
    long bytes = 0;
    for (var block : blocks) {
      session.update(
          KEEP, source, block.firstMicros(), block.lastMicros(), block.remainder().toBytes());
      session.update("DELETE FROM measurement_blocks WHERE block_id = ?", block.id());
      bytes += block.bytes();
    }
    BlockRows.count(session, -blocks.size(), -bytes);
    return blocks.size();
  }

  /** Removes the summaries of blocks that had rows of a period. */
  static void removeSummaries(Session session, long source, long fromMicros, long toMicros)
      throws SQLException {
    session.update(REMOVE, source, toMicros, fromMicros);
  }

  /** What is left of the blocks that began in a period, by date. */
  static List<Remainder> list(Session session, long source, long fromMicros, long toMicros)
      throws SQLException {
    return session.list(
        LIST,
        row ->
            new Remainder(
                row.getLong(1), row.getLong(2), SeriesCodec.remainingSummary(row.getBytes(3))),
        source,
        fromMicros,
        toMicros);
  }
}
