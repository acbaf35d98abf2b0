package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.DeliveryId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.Notifications;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Notifications as a table, and what becomes of them as rows of others. */
final class SqlNotifications implements Notifications {

  private static final String INSERT_NOTE =
      "INSERT INTO mail_notes (owner_id, noted_at, subject, body) VALUES (?, ?, ?, ?)";

  private static final List<String> TABLES_OF_OWNERS =
      List.of("notifications", "callbacks", "mail_notes", "mails");

  private final SqlWriter writer;
  private final NotificationTable<Notification> table;

  SqlNotifications(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.table =
        new NotificationTable<>(
            writer, readers, NotificationRows.COLUMNS, NotificationRows::read, new WritingNotes());
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
  public List<Pending<Notification>> listPending(int limit) {
    return table.listPending(limit);
  }

  @Override
  public void tell(List<Pending<Notification>> together, Told told, Instant at) {
    table.tell(together, told, at);
  }

  /** A note for a mail stands beside the deliveries. */
  private static final class WritingNotes implements NotificationTable.Telling<Notification> {

    @Override
    public void delivered(Session session, DeliveryId delivery, Notification notification) {}

    @Override
    public void told(Session session, Notification notification, Told told) throws SQLException {
      if (told.note().isPresent()) {
        var note = told.note().get();
        session.update(
            INSERT_NOTE,
            notification.owner().value(),
            Micros.of(notification.at()),
            note.subject(),
            note.text());
      }
    }
  }

  @Override
  public void park(long position, String reason, Instant at) {
    table.park(position, reason, at);
  }

  @Override
  public List<Parked<Notification>> listParked() {
    return table.listParked();
  }

  @Override
  public int replayParked() {
    return table.replayParked();
  }

  @Override
  public void deleteOwner(SensorUserId owner) {
    writer.write(
        session -> {
          for (var name : TABLES_OF_OWNERS) { // deliveries and attempts go with their callbacks
            session.update("DELETE FROM " + name + " WHERE owner_id = ?", owner.value());
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
