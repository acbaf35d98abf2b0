package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.DeliveryId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.RowPages;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.TimelineNotifications;
import io.sensorium.store.outbox.ToldMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Notifications about people as a table, and what becomes of them as rows of others. */
final class SqlTimelineNotifications implements TimelineNotifications {

  private static final String LIST_MESSAGES =
      """
      SELECT delivery_id, type, created_at, body FROM deliveries
      WHERE user_id = ? AND delivery_id > ? ORDER BY delivery_id LIMIT ?
      """;

  private static final String LIST_AFTER =
      "SELECT "
          + TimelineNotificationRows.COLUMNS
          + " FROM notifications WHERE user_id = ? AND position > ? ORDER BY position LIMIT ?";

  private static final String REMEMBER_FORGOTTEN =
      """
      UPDATE outbox_ids SET last_value = (
        SELECT max(position) FROM notifications WHERE state = 1 AND told_at < ?)
      WHERE name = ? AND last_value < (
        SELECT max(position) FROM notifications WHERE state = 1 AND told_at < ?)
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final NotificationTable<TimelineNotification> table;

  SqlTimelineNotifications(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
    this.table =
        new NotificationTable<>(
            writer,
            readers,
            TimelineNotificationRows.COLUMNS,
            TimelineNotificationRows::read,
            new NamingUsers());
  }

  /** A delivery bears its user, so that it can go with the user. */
  private static final class NamingUsers
      implements NotificationTable.Telling<TimelineNotification> {

    @Override
    public void delivered(Session session, DeliveryId delivery, TimelineNotification notification)
        throws SQLException {
      session.update(
          "UPDATE deliveries SET user_id = ? WHERE delivery_id = ?",
          notification.user().value(),
          delivery.value());
    }

    @Override
    public void told(Session session, TimelineNotification notification, Told told) {}
  }

  @Override
  public List<Pending<TimelineNotification>> listPending(int limit) {
    return table.listPending(limit);
  }

  @Override
  public List<Pending<TimelineNotification>> listAfter(UserId user, long position, int limit) {
    return readers.read(
        session -> session.list(LIST_AFTER, table::readPending, user.value(), position, limit));
  }

  @Override
  public void readMessages(UserId user, Consumer<ToldMessage> receiver) {
    RowPages.<ToldMessage>forEach(
        last ->
            readers.read(
                session ->
                    session.list(
                        LIST_MESSAGES,
                        row ->
                            new ToldMessage(
                                new DeliveryId(row.getLong(1)),
                                row.getString(2),
                                Micros.toInstant(row.getLong(3)),
                                row.getString(4)),
                        user.value(),
                        last == null ? 0 : last.delivery().value(),
                        RowPages.SIZE)),
        receiver);
  }

  @Override
  public long lastPosition() {
    return readers.read(session -> OutboxIds.last(session, OutboxIds.NOTIFICATION));
  }

  @Override
  public long forgottenPosition() {
    return readers.read(session -> OutboxIds.last(session, OutboxIds.FORGOTTEN));
  }

  @Override
  public void tell(List<Pending<TimelineNotification>> together, Told told, Instant at) {
    table.tell(together, told, at);
  }

  @Override
  public void park(long position, String reason, Instant at) {
    table.park(position, reason, at);
  }

  @Override
  public List<Parked<TimelineNotification>> listParked() {
    return table.listParked();
  }

  @Override
  public int replayParked() {
    return table.replayParked();
  }

  @Override
  public void deleteUser(UserId user) {
    writer.write(
        session -> {
          TimelineNotificationRows.deleteUser(session, user);
          return 0;
        });
  }

  @Override
  public void prune(Instant now) {
    long before = Micros.of(now.minus(KEPT_FOR));
    writer.write(
        session -> {
          session.update(REMEMBER_FORGOTTEN, before, OutboxIds.FORGOTTEN, before);
          return session.update(
              "DELETE FROM notifications WHERE state = 1 AND told_at < ?", before);
        });
  }
}
