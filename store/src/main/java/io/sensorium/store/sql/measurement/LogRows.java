package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.time.Micros;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.series.SourceRowsCodec;
import io.sensorium.store.database.Session;
import io.sensorium.store.measurement.Appended;
import io.sensorium.store.measurement.GatewayBatch;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of batches, and the keys of batches, as tables. */
final class LogRows {

  private static final Logger LOG = LoggerFactory.getLogger(LogRows.class);
  private static final long KEY_MEMORY_MICROS = Duration.ofDays(7).toNanos() / 1_000;

  private static final String LAST_SEQ =
      """
      SELECT max(seq) FROM (
        SELECT value AS seq FROM measurement_counters WHERE name = 'seq'
        UNION ALL SELECT last_seq FROM measurement_log
          WHERE first_seq = (SELECT max(first_seq) FROM measurement_log)
        UNION ALL SELECT max(last_seq) FROM measurement_batches) AS known
      """;

  private static final String REMEMBER =
      """
      INSERT INTO measurement_batches (gateway_id, batch_key, first_seq, last_seq, first_seen)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (gateway_id, batch_key) DO UPDATE
      SET first_seq = excluded.first_seq, last_seq = excluded.last_seq,
        first_seen = excluded.first_seen
      WHERE measurement_batches.first_seen < ?
      """;

  private static final String RECALL =
      """
      SELECT first_seq, last_seq FROM measurement_batches
      WHERE gateway_id = ? AND batch_key = ? AND first_seen >= ?
      """;

  private static final String INSERT =
      """
      INSERT INTO measurement_log (first_seq, last_seq, gateway_id, received_at, payload)
      VALUES (?, ?, ?, ?, ?)
      """;

  private static final String LIST =
      "SELECT first_seq, gateway_id, received_at, payload FROM measurement_log ORDER BY first_seq";

  /** Takes up a batch of the log. */
  @FunctionalInterface
  interface Replay {

    void accept(long gatewayId, SourceRows rows, long firstSeq, long receivedMicros);
  }

  private LogRows() {}

  static long lastSeq(Session session) throws SQLException {
    return session.number(LAST_SEQ);
  }

  /** Numbers of an earlier batch with this one's key; an empty list when there was none. */
  static List<Appended> recall(Session session, GatewayBatch batch) throws SQLException {
    return batch.batchKey() == null
        ? List.of()
        : session.list(
            RECALL,
            row -> new Appended(row.getLong(1), row.getLong(2), true),
            batch.gateway().value(),
            batch.batchKey(),
            Micros.of(batch.receivedAt()) - KEY_MEMORY_MICROS);
  }

  static void insert(Session session, GatewayBatch batch, byte[] payload, Appended appended)
      throws SQLException {
    long gateway = batch.gateway().value();
    long receivedMicros = Micros.of(batch.receivedAt());
    if (batch.batchKey() != null) {
      session.update(
          REMEMBER,
          gateway,
          batch.batchKey(),
          appended.firstSeq(),
          appended.lastSeq(),
          receivedMicros,
          receivedMicros - KEY_MEMORY_MICROS);
    }
    session.update(
        INSERT, appended.firstSeq(), appended.lastSeq(), gateway, receivedMicros, payload);
  }

  static void delete(Session session, List<Long> firstSeqs) throws SQLException {
    for (var firstSeq : firstSeqs) {
      session.update("DELETE FROM measurement_log WHERE first_seq = ?", firstSeq);
    }
  }

  /** Forgets the keys of batches that {@link #recall} would not find any more. */
  static int forgetKeys(Session session, Instant now) throws SQLException {
    return session.update(
        "DELETE FROM measurement_batches WHERE first_seen < ?", Micros.of(now) - KEY_MEMORY_MICROS);
  }

  /** Hands over all batches in the order of their numbers; a damaged one stays where it is. */
  static int replay(Session session, Replay replay) throws SQLException {
    int count = 0;
    try (var row = session.open(LIST)) {
      while (row.next()) {
        long firstSeq = row.getLong(1);
        try {
          var rows = SourceRowsCodec.decode(row.getBytes(4));
          replay.accept(row.getLong(2), rows, firstSeq, row.getLong(3));
          count++;
        } catch (DamagedBytesException e) {
          LOG.error("batch {} of the log cannot be read: {}", firstSeq, e.getMessage());
        }
      }
    }
    return count;
  }
}
