package io.sensorium.store.sql;

import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.NewEntry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The keys of batches that were taken, and the positions that they were given. */
final class ArrivalOrder {
  /*
   * The writer draws positions, so that they rise in the order of commits. The highest one given is
   * found again at the start from the rows that remember it: entries, parked inputs, batch keys, and
   * a counter that is written when batch keys are forgotten.
   */

  private static final long BATCH_MEMORY_MICROS = Duration.ofDays(7).toNanos() / 1_000;

  private static final String LAST_POSITION =
      """
      SELECT COALESCE(max(position), 0) FROM (
        SELECT max(position) AS position FROM inbox
        UNION ALL SELECT max(position) FROM parked
        UNION ALL SELECT max(position) FROM batches
        UNION ALL SELECT value FROM counters WHERE name = 'position') AS known
      """;

  private static final String REMEMBER_BATCH =
      """
      INSERT INTO batches (install_id, batch_key, position, first_seen, receipt)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (install_id, batch_key) DO UPDATE
      SET position = excluded.position, first_seen = excluded.first_seen,
        receipt = excluded.receipt
      WHERE batches.first_seen < ?
      """;

  private final AtomicLong lastPosition;

  ArrivalOrder(ReaderPool readers) {
    lastPosition = new AtomicLong(readers.read(session -> session.number(LAST_POSITION)));
  }

  /** The highest position given so far. */
  long lastPosition() {
    return lastPosition.get();
  }

  /** Draws a position; to be called in a transaction. */
  long drawPosition() {
    return lastPosition.incrementAndGet();
  }

  /** Remembers a batch and draws its position, or finds that it is known; in a transaction. */
  Appended admit(Session session, NewEntry batch) throws SQLException {
    long position = lastPosition.get() + 1;
    long receivedMicros = Micros.of(batch.receivedAt());
    int remembered =
        session.update(
            REMEMBER_BATCH,
            batch.install().value(),
            batch.batchKey(),
            position,
            receivedMicros,
            batch.receipt(),
            receivedMicros - BATCH_MEMORY_MICROS);
    if (remembered == 0) {
      return new Appended(0, true, receiptOf(session, batch));
    }
    if (batch.signals().isEmpty()) {
      return new Appended(0, false, batch.receipt());
    }
    lastPosition.set(position);
    return new Appended(position, false, batch.receipt());
  }

  private static String receiptOf(Session session, NewEntry batch) throws SQLException {
    return session
        .find(
            "SELECT receipt FROM batches WHERE install_id = ? AND batch_key = ?",
            row -> row.getString(1),
            batch.install().value(),
            batch.batchKey())
        .orElseThrow();
  }
}
