package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.DeliveryId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.DeliveryQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deliveries that are due, from the tables of the log. */
final class SqlDeliveryQueue implements DeliveryQueue {
  /*
   * Callbacks are few, deliveries may be many: due ones are looked for by callback, each by one step
   * into the index of what waits, so that a long queue of a callback that is held costs nothing.
   */

  private static final int MAX_ATTEMPTS_KEPT = 50;

  private static final String DUE_CALLBACKS =
      """
      SELECT c.callback_id, c.failing_since FROM callbacks c
      WHERE c.disabled_because IS NULL AND c.hold_until <= ?
        AND EXISTS (SELECT 1 FROM deliveries d
          WHERE d.callback_id = c.callback_id AND d.state = 0 AND d.next_at <= ?)
      ORDER BY CASE WHEN c.failing_since IS NULL THEN 0 ELSE 1 END, c.hold_until, c.callback_id
      """;

  private static final String DUE =
      "SELECT "
          + CallbackRows.COLUMNS
          + """
          , c.failures_in_row, d.delivery_id, d.message_id, d.body, d.tries
          FROM deliveries d JOIN callbacks c ON c.callback_id = d.callback_id
          WHERE d.callback_id = ? AND d.state = 0 AND d.next_at <= ?
            AND c.disabled_because IS NULL AND c.hold_until <= ?
          ORDER BY d.next_at, d.delivery_id LIMIT 1
          """;

  private static final String COUNT_ATTEMPT =
      """
      UPDATE deliveries
      SET tries = tries + 1, attempts = attempts + 1, last_status = ?, last_error = ?,
        state = ?, next_at = ?, ended_at = ?
      WHERE delivery_id = ? AND state = 0
      """;

  private static final String LOG_ATTEMPT =
      """
      INSERT INTO delivery_attempts
        (delivery_id, number, attempted_at, duration_millis, status, error)
      SELECT delivery_id, attempts, ?, ?, ?, ? FROM deliveries WHERE delivery_id = ?
      """;

  private static final String FORGET_ATTEMPTS =
      """
      DELETE FROM delivery_attempts WHERE delivery_id = ?
        AND number <= (SELECT attempts FROM deliveries WHERE delivery_id = ?) - ?
      """;

  private static final String HEALTHY =
      """
      UPDATE callbacks SET failing_since = NULL, failures_in_row = 0, hold_until = 0
      WHERE callback_id = ?
      """;

  private static final String FAILING =
      """
      UPDATE callbacks
      SET failing_since = COALESCE(failing_since, ?), failures_in_row = failures_in_row + 1,
        hold_until = ?
      WHERE callback_id = ?
      """;

  private static final String FORGET_MANY =
      """
      DELETE FROM deliveries WHERE callback_id = ? AND state <> 0 AND delivery_id <= (
        SELECT delivery_id FROM deliveries WHERE callback_id = ? AND state <> 0
        ORDER BY delivery_id DESC LIMIT 1 OFFSET ?)
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;

  SqlDeliveryQueue(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public List<DueCallback> listDueCallbacks(Instant now) {
    long at = Micros.of(now);
    return readers.read(
        session ->
            session.list(
                DUE_CALLBACKS,
                row -> new DueCallback(new CallbackId(row.getLong(1)), row.getObject(2) != null),
                at,
                at));
  }

  @Override
  public Optional<Due> findDue(CallbackId callback, Instant now) {
    long at = Micros.of(now);
    return readers.read(
        session -> session.find(DUE, SqlDeliveryQueue::readDue, callback.value(), at, at));
  }

  private static Due readDue(ResultSet row) throws SQLException {
    return new Due(
        new DeliveryId(row.getLong("delivery_id")),
        CallbackRows.read(row),
        row.getString("message_id"),
        row.getString("body"),
        row.getInt("tries"),
        row.getInt("failures_in_row"));
  }

  @Override
  public void record(Due due, Outcome outcome) {
    writer.write(session -> record(session, due, outcome));
  }

  private static int record(Session session, Due tried, Outcome outcome) throws SQLException {
    long delivery = tried.id().value();
    long callback = tried.callback().id().value();
    long at = Micros.of(outcome.at());
    long ended = at + outcome.durationMillis() * Micros.PER_MILLI;
    return switch (outcome.verdict()) {
      case Verdict.Delivered() -> {
        boolean counted = count(session, delivery, outcome, SqlDeliveries.DELIVERED, null, ended);
        yield counted ? session.update(HEALTHY, callback) : 0;
      }
      case Verdict.Again(var next, var hold) -> {
        long due = Micros.of(next);
        boolean counted = count(session, delivery, outcome, SqlDeliveries.WAITING, due, null);
        yield counted ? session.update(FAILING, at, Micros.of(hold), callback) : 0;
      }
      case Verdict.GivenUp(var hold) -> {
        boolean counted = count(session, delivery, outcome, SqlDeliveries.FAILED, null, ended);
        yield counted ? session.update(FAILING, at, Micros.of(hold), callback) : 0;
      }
      case Verdict.Disabled(var reason) -> {
        boolean counted = count(session, delivery, outcome, SqlDeliveries.FAILED, null, ended);
        CallbackRows.disable(session, callback, reason, ended);
        yield counted ? session.update(FAILING, at, 0L, callback) : 0;
      }
    };
  }

  /** False when the delivery is gone, or ended while it was tried. */
  private static boolean count(
      Session session,
      long delivery,
      Outcome outcome,
      int state,
      @Nullable Long next,
      @Nullable Long ended)
      throws SQLException {
    var status = outcome.status();
    var error = outcome.error();
    if (session.update(COUNT_ATTEMPT, status, error, state, next, ended, delivery) == 0) {
      return false;
    }
    session.update(
        LOG_ATTEMPT, Micros.of(outcome.at()), outcome.durationMillis(), status, error, delivery);
    session.update(FORGET_ATTEMPTS, delivery, delivery, MAX_ATTEMPTS_KEPT);
    return true;
  }

  @Override
  public void prune(Instant now) {
    long before = Micros.of(now.minus(Deliveries.KEPT_FOR));
    writer.write(
        session ->
            session.update("DELETE FROM deliveries WHERE state <> 0 AND ended_at < ?", before));
    var callbacks =
        readers.read(
            session -> session.list("SELECT callback_id FROM callbacks", row -> row.getLong(1)));
    for (long callback : callbacks) {
      writer.write(
          session ->
              session.update(FORGET_MANY, callback, callback, Deliveries.MAX_KEPT_PER_CALLBACK));
    }
  }
}
