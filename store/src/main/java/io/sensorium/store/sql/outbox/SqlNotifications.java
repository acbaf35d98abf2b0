package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.DeliveryQueue;
import io.sensorium.store.outbox.Notifications;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Notifications as a table, and what becomes of them as rows of others. */
final class SqlNotifications implements Notifications {

  private static final String LIST =
      "SELECT "
          + NotificationRows.COLUMNS
          + " FROM notifications WHERE state = ? ORDER BY position LIMIT ?";

  private static final String SET_TOLD =
      """
      UPDATE notifications SET state = 1, told_at = ?, reason = NULL
      WHERE position = ? AND state <> 1
      """;

  private static final String INSERT_DELIVERY =
      """
      INSERT INTO deliveries
        (delivery_id, callback_id, message_id, type, created_at, state, tries, attempts,
         next_at, ended_at, last_error, body)
      VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)
      """;

  private static final String IS_FULL =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM deliveries WHERE callback_id = ? AND state = 0 LIMIT ?) AS waiting
      """;

  private static final String INSERT_NOTE =
      "INSERT INTO mail_notes (owner_id, noted_at, subject, body) VALUES (?, ?, ?, ?)";

  private static final List<String> TABLES_OF_OWNERS =
      List.of("notifications", "callbacks", "mail_notes", "mails");

  private final SqlWriter writer;
  private final ReaderPool readers;

  SqlNotifications(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void add(List<Notification> notifications) {
    if (notifications.isEmpty()) {
      return;
    }
    writer.write(
        session -> {
          NotificationRows.add(session, notifications);
          return notifications.size();
        });
  }

  @Override
  public List<Pending> listPending(int limit) {
    return readers.read(
        session ->
            session.list(
                LIST,
                row -> new Pending(row.getLong("position"), NotificationRows.read(row)),
                NotificationRows.PENDING,
                limit));
  }

  @Override
  public void tell(Pending pending, Told told, Instant at) {
    writer.write(session -> tell(session, pending, told, Micros.of(at)));
  }

  private static int tell(Session session, Pending pending, Told told, long at)
      throws SQLException {
    if (session.update(SET_TOLD, at, pending.position()) == 0) {
      return 0; // told already, or its owner is gone
    }
    var notification = pending.notification();
    for (var delivery : told.deliveries()) {
      insert(session, delivery, notification.type(), at);
    }
    if (told.note().isPresent()) {
      var note = told.note().get();
      session.update(
          INSERT_NOTE,
          notification.owner().value(),
          Micros.of(notification.at()),
          note.subject(),
          note.text());
    }
    return told.deliveries().size();
  }

  private static void insert(Session session, NewDelivery delivery, NotificationType type, long at)
      throws SQLException {
    long callback = delivery.callback().value();
    if (session.number("SELECT count(*) FROM callbacks WHERE callback_id = ?", callback) == 0) {
      return; // deleted since
    }
    int limit = DeliveryQueue.MAX_WAITING_PER_CALLBACK;
    boolean full = session.number(IS_FULL, callback, limit) >= limit;
    session.update(
        INSERT_DELIVERY,
        OutboxIds.next(session, OutboxIds.DELIVERY),
        callback,
        delivery.messageId(),
        type.wireName(),
        at,
        full ? SqlDeliveries.FAILED : SqlDeliveries.WAITING,
        full ? null : at,
        full ? at : null,
        full ? "too many waited for this callback" : null,
        delivery.body());
  }

  @Override
  public void park(long position, String reason) {
    writer.write(
        session ->
            session.update(
                "UPDATE notifications SET state = 2, reason = ? WHERE position = ? AND state = 0",
                reason,
                position));
  }

  @Override
  public List<Parked> listParked() {
    return readers.read(
        session ->
            session.list(
                LIST,
                row ->
                    new Parked(
                        row.getLong("position"),
                        NotificationRows.read(row),
                        row.getString("reason")),
                NotificationRows.PARKED,
                Integer.MAX_VALUE));
  }

  @Override
  public int replayParked() {
    return writer.write(
        session -> session.update("UPDATE notifications SET state = 0 WHERE state = 2"));
  }

  @Override
  public void deleteOwner(SensorUserId owner) {
    writer.write(
        session -> {
          for (var table : TABLES_OF_OWNERS) { // deliveries and attempts go with their callbacks
            session.update("DELETE FROM " + table + " WHERE owner_id = ?", owner.value());
          }
          return 0;
        });
  }

  @Override
  public void prune(Instant now) {
    long before = Micros.of(now.minus(KEYS_KEPT_FOR));
    writer.write(
        session ->
            session.update("DELETE FROM notifications WHERE state = 1 AND told_at < ?", before));
  }
}
