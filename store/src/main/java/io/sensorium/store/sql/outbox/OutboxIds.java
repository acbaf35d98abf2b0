package io.sensorium.store.sql.outbox;

import io.sensorium.store.database.Session;
import java.sql.SQLException;

/** Draws ids that are never given twice, not even when the row that had one is gone. */
final class OutboxIds {

  static final String CALLBACK = "callback";
  static final String DELIVERY = "delivery";

  private OutboxIds() {}

  static long next(Session session, String name) throws SQLException {
    return session.number(
        "UPDATE outbox_ids SET last_value = last_value + 1 WHERE name = ? RETURNING last_value",
        name);
  }
}
