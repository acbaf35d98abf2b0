package io.sensorium.store.sql.outbox;

import io.sensorium.store.database.Session;
import java.sql.SQLException;

/** Draws ids that are never given twice, not even when the row that had one is gone. */
final class OutboxIds {

  static final String CALLBACK = "callback";
  static final String DELIVERY = "delivery";

  /** Positions of notifications about people, which streams go by. */
  static final String NOTIFICATION = "notification";

  /** The last position of those that are forgotten. */
  static final String FORGOTTEN = "forgotten";

  private OutboxIds() {}

  static long next(Session session, String name) throws SQLException {
    return nextOf(session, name, 1);
  }

  /** Draws as many ids in a row, and returns the last of them. */
  static long nextOf(Session session, String name, int count) throws SQLException {
    return session.number(
        "UPDATE outbox_ids SET last_value = last_value + ? WHERE name = ? RETURNING last_value",
        count,
        name);
  }

  static long last(Session session, String name) throws SQLException {
    return session.number("SELECT last_value FROM outbox_ids WHERE name = ?", name);
  }
}
