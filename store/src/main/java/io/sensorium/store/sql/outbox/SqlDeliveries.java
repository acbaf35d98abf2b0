package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.DeliveryId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.Delivery;
import io.sensorium.store.outbox.Delivery.Attempt;
import io.sensorium.store.outbox.Delivery.State;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of deliveries as two tables. */
final class SqlDeliveries implements Deliveries {

  static final int WAITING = 0;
  static final int DELIVERED = 1;
  static final int FAILED = 2;

  private static final String SELECT =
      """
      SELECT delivery_id, callback_id, message_id, type, created_at, state, attempts, next_at,
        last_status, last_error
      FROM deliveries
      """;

  private static final String ATTEMPTS =
      """
      SELECT number, attempted_at, duration_millis, status, error FROM delivery_attempts
      WHERE delivery_id = ? ORDER BY number
      """;

  private static final String REPLAY =
      """
      UPDATE deliveries SET state = 0, tries = 0, next_at = ?, ended_at = NULL
      WHERE callback_id = ? AND state <> 0
        AND EXISTS (SELECT 1 FROM callbacks c
          WHERE c.callback_id = deliveries.callback_id AND c.disabled_because IS NULL)
      """;

  private static final String IS_ACTIVE =
      "SELECT count(*) FROM callbacks WHERE callback_id = ? AND disabled_because IS NULL";

  private final SqlWriter writer;
  private final ReaderPool readers;

  SqlDeliveries(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public List<Delivery> list(CallbackId callback, Optional<DeliveryId> before, int limit) {
    return readers.read(
        session ->
            session.list(
                SELECT
                    + "WHERE callback_id = ? AND delivery_id < ?"
                    + " ORDER BY delivery_id DESC LIMIT ?",
                SqlDeliveries::read,
                callback.value(),
                before.map(DeliveryId::value).orElse(Long.MAX_VALUE),
                limit));
  }

  @Override
  public Optional<Delivery.Log> findLog(CallbackId callback, DeliveryId id) {
    return readers.read(session -> findLog(session, callback, id));
  }

  private static Optional<Delivery.Log> findLog(Session session, CallbackId callback, DeliveryId id)
      throws SQLException {
    var found =
        session.find(
            SELECT + "WHERE delivery_id = ? AND callback_id = ?",
            SqlDeliveries::read,
            id.value(),
            callback.value());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var attempts = session.list(ATTEMPTS, SqlDeliveries::readAttempt, id.value());
    return Optional.of(new Delivery.Log(found.get(), attempts));
  }

  @Override
  public Optional<Delivery> send(NewDelivery delivery, Instant now) {
    return writer.write(session -> send(session, delivery, Micros.of(now)));
  }

  private static Optional<Delivery> send(Session session, NewDelivery delivery, long at)
      throws SQLException {
    var callback = delivery.callback();
    if (session.number(IS_ACTIVE, callback.value()) == 0) {
      return Optional.empty();
    }
    var id = DeliveryRows.insert(session, delivery, at).orElseThrow();
    return findLog(session, callback, id).map(Delivery.Log::delivery);
  }

  @Override
  public boolean replay(CallbackId callback, DeliveryId id, Instant now) {
    int replayed =
        writer.write(
            session ->
                session.update(
                    REPLAY + "AND delivery_id = ?", Micros.of(now), callback.value(), id.value()));
    return replayed > 0;
  }

  @Override
  public int replayFailed(CallbackId callback, Instant since, Instant now) {
    return writer.write(
        session ->
            session.update(
                REPLAY + "AND state = 2 AND created_at >= ?",
                Micros.of(now),
                callback.value(),
                Micros.of(since)));
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        new DeliveryId(row.getLong("delivery_id")),
        new CallbackId(row.getLong("callback_id")),
        row.getString("message_id"),
        row.getString("type"),
        Micros.toInstant(row.getLong("created_at")),
        state(row.getInt("state")),
        row.getInt("attempts"),
        CallbackRows.instant(row, "next_at"),
        integer(row, "last_status"),
        row.getString("last_error"));
  }

  private static Attempt readAttempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getInt("number"),
        Micros.toInstant(row.getLong("attempted_at")),
        row.getInt("duration_millis"),
        integer(row, "status"),
        row.getString("error"));
  }

  private static State state(int code) throws SQLException {
    return switch (code) {
      case WAITING -> State.WAITING;
      case DELIVERED -> State.DELIVERED;
      case FAILED -> State.FAILED;
      default -> throw new SQLException("no delivery has the state " + code);
    };
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }
}
