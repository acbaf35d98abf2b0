package io.sensorium.store.sql.outbox;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.notification.TimelineNotification.Subject;
import io.sensorium.core.signals.Sighting;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notifications about people as rows of the mobility database. {@link #add} is for those who write
 * one in the transaction that makes it true, {@link #deleteUser} for those who remove a person.
 */
public final class TimelineNotificationRows {

  static final String COLUMNS =
      "position, fact_key, user_id, type, subject, event_id, successor_id, previous_at,"
          + " previous_latitude_deg, previous_longitude_deg, last_at, last_latitude_deg,"
          + " last_longitude_deg, moment_definition_id, moment_start_at, reason, told_at";

  private static final int CHANGED = 1;
  private static final int REMOVED = 2;
  private static final int LOCATED = 3;
  private static final int MOMENT_CHANGED = 4;
  private static final int MOMENT_REMOVED = 5;

  private static final String INSERT_MOMENT =
      """
      INSERT INTO notifications
        (position, fact_key, user_id, type, subject, moment_definition_id, moment_start_at, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (fact_key) DO NOTHING
      """;

  private static final String INSERT_EVENT =
      """
      INSERT INTO notifications
        (position, fact_key, user_id, type, subject, event_id, successor_id, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (fact_key) DO NOTHING
      """;

  private static final String INSERT_LOCATION =
      """
      INSERT INTO notifications
        (position, fact_key, user_id, type, subject, previous_at, previous_latitude_deg,
         previous_longitude_deg, last_at, last_latitude_deg, last_longitude_deg, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (fact_key) DO NOTHING
      """;

  private TimelineNotificationRows() {}

  /** Adds notifications to the session's transaction; one whose key is known is left out. */
  public static void add(Session session, List<TimelineNotification> notifications)
      throws SQLException {
    if (notifications.isEmpty()) {
      return;
    }
    int count = notifications.size();
    long position = OutboxIds.nextOf(session, OutboxIds.NOTIFICATION, count) - count;
    for (var notification : notifications) {
      add(session, ++position, notification);
    }
  }

  private static void add(Session session, long position, TimelineNotification notification)
      throws SQLException {
    var key = notification.key();
    var user = notification.user().value();
    var type = notification.type().wireName();
    switch (notification.subject()) {
      case Subject.Changed(var event) ->
          session.update(INSERT_EVENT, position, key, user, type, CHANGED, event.value(), null);
      case Subject.Removed(var event, var successor) ->
          session.update(
              INSERT_EVENT,
              position,
              key,
              user,
              type,
              REMOVED,
              event.value(),
              successor == null ? null : successor.value());
      case Subject.Located(var previous, var last) ->
          session.update(
              INSERT_LOCATION,
              position,
              key,
              user,
              type,
              LOCATED,
              previous == null ? null : Micros.of(previous.time()),
              previous == null ? null : previous.position().latitudeDeg(),
              previous == null ? null : previous.position().longitudeDeg(),
              Micros.of(last.time()),
              last.position().latitudeDeg(),
              last.position().longitudeDeg());
      case Subject.MomentChanged(var definition, var start) ->
          session.update(
              INSERT_MOMENT,
              position,
              key,
              user,
              type,
              MOMENT_CHANGED,
              definition,
              Micros.of(start));
      case Subject.MomentRemoved(var definition, var start) ->
          session.update(
              INSERT_MOMENT,
              position,
              key,
              user,
              type,
              MOMENT_REMOVED,
              definition,
              Micros.of(start));
    }
  }

  /** Rises with each notification; for keys, within the session's transaction. */
  public static long lastPosition(Session session) throws SQLException {
    return OutboxIds.last(session, OutboxIds.NOTIFICATION);
  }

  /** Removes all that is kept of a user, in the session's transaction. */
  public static void deleteUser(Session session, UserId user) throws SQLException {
    session.update("DELETE FROM notifications WHERE user_id = ?", user.value());
    session.update("DELETE FROM deliveries WHERE user_id = ?", user.value());
  }

  /** The notification of a row of {@link #COLUMNS}. */
  static TimelineNotification read(ResultSet row) throws SQLException {
    var type = row.getString("type");
    return new TimelineNotification(
        row.getString("fact_key"),
        new UserId(row.getString("user_id")),
        MessageType.findByWireName(type)
            .orElseThrow(() -> new SQLException("no message has the type " + type)),
        readSubject(row));
  }

  private static Subject readSubject(ResultSet row) throws SQLException {
    int kind = row.getInt("subject");
    return switch (kind) {
      case CHANGED -> new Subject.Changed(new EventId(row.getString("event_id")));
      case REMOVED -> {
        var successor = row.getString("successor_id");
        yield new Subject.Removed(
            new EventId(row.getString("event_id")),
            successor == null ? null : new EventId(successor));
      }
      case LOCATED -> new Subject.Located(readPrevious(row), readLast(row));
      case MOMENT_CHANGED ->
          new Subject.MomentChanged(
              row.getString("moment_definition_id"),
              Micros.toInstant(row.getLong("moment_start_at")));
      case MOMENT_REMOVED ->
          new Subject.MomentRemoved(
              row.getString("moment_definition_id"),
              Micros.toInstant(row.getLong("moment_start_at")));
      default -> throw new SQLException("no notification has a subject of kind " + kind);
    };
  }

  private static @Nullable Sighting readPrevious(ResultSet row) throws SQLException {
    long at = row.getLong("previous_at");
    return row.wasNull()
        ? null
        : new Sighting(
            Micros.toInstant(at),
            new LatLon(
                row.getDouble("previous_latitude_deg"), row.getDouble("previous_longitude_deg")));
  }

  private static Sighting readLast(ResultSet row) throws SQLException {
    return new Sighting(
        Micros.toInstant(row.getLong("last_at")),
        new LatLon(row.getDouble("last_latitude_deg"), row.getDouble("last_longitude_deg")));
  }
}
