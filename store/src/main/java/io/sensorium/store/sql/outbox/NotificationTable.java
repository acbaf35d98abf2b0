package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.DeliveryId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.RowReader;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.NotificationQueue.Parked;
import io.sensorium.store.outbox.NotificationQueue.Pending;
import io.sensorium.store.outbox.NotificationQueue.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The table of notifications of one database: what waits, is told, or is parked.
 *
 * @param <N> the kind of notification
 */
final class NotificationTable<N> {

  static final int PENDING = 0;
  static final int PARKED = 2;

  private static final String SET_TOLD =
      """
      UPDATE notifications SET state = 1, told_at = ?, reason = NULL
      WHERE position = ? AND state <> 1
      """;

  /** What a kind of notification writes besides, in the transaction of telling. */
  interface Telling<N> {

    /** After a delivery of the notification was added. */
    void delivered(Session session, DeliveryId delivery, N notification) throws SQLException;

    /** After all deliveries of the notification were added. */
    void told(Session session, N notification, Told told) throws SQLException;
  }

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final String list;
  private final RowReader<N> reader;
  private final Telling<N> telling;

  /**
   * @param columns {@code position} and all that the reader reads
   */
  NotificationTable(
      SqlWriter writer,
      ReaderPool readers,
      String columns,
      RowReader<N> reader,
      Telling<N> telling) {
    this.writer = writer;
    this.readers = readers;
    this.list = list(columns);
    this.reader = reader;
    this.telling = telling;
  }

  /** What is not told is indexed by that: SQLite must read it, or goes through all that is told. */
  static String list(String columns) {
    return "SELECT "
        + columns
        + " FROM notifications WHERE state <> 1 AND state = ? ORDER BY position LIMIT ?";
  }

  List<Pending<N>> listPending(int limit) {
    return readers.read(session -> session.list(list, this::readPending, PENDING, limit));
  }

  Pending<N> readPending(ResultSet row) throws SQLException {
    return new Pending<>(row.getLong("position"), reader.read(row));
  }

  void tell(List<Pending<N>> together, Told told, Instant at) {
    writer.write(session -> tell(session, together, told, Micros.of(at)));
  }

  private int tell(Session session, List<Pending<N>> together, Told told, long at)
      throws SQLException {
    int changed = 0;
    for (var pending : together) {
      changed += session.update(SET_TOLD, at, pending.position());
    }
    if (changed == 0) {
      return 0; // told already, or whom they are of is gone
    }
    var notification = together.getFirst().notification();
    for (var delivery : told.deliveries()) {
      var id = DeliveryRows.insert(session, delivery, at);
      if (id.isPresent()) {
        telling.delivered(session, id.get(), notification);
      }
    }
    telling.told(session, notification, told);
    return changed;
  }

  /** Of what is parked, {@code told_at} is when that was. */
  void park(long position, String reason, Instant at) {
    writer.write(
        session ->
            session.update(
                """
                UPDATE notifications SET state = 2, reason = ?, told_at = ?
                WHERE position = ? AND state = 0
                """,
                reason,
                Micros.of(at),
                position));
  }

  List<Parked<N>> listParked() {
    return readers.read(session -> session.list(list, this::readParked, PARKED, Integer.MAX_VALUE));
  }

  private Parked<N> readParked(ResultSet row) throws SQLException {
    return new Parked<>(
        row.getLong("position"),
        reader.read(row),
        Micros.toInstant(row.getLong("told_at")),
        row.getString("reason"));
  }

  int replayParked() {
    return writer.write(
        session ->
            session.update(
                "UPDATE notifications SET state = 0, told_at = NULL WHERE state <> 1 AND state = 2"));
  }
}
