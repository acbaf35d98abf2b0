package io.sensorium.store.sql.sensing;

import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.util.Locale;

/** What ids are drawn for; each kind counts for itself, and never goes back. */
enum Ids {
  USER,
  GATEWAY,
  SENSOR,
  SOURCE,
  WORKFLOW;

  /** The next id, within the transaction that uses it. */
  long draw(Session session) throws SQLException {
    return session.number(
        "UPDATE device_ids SET last_id = last_id + 1 WHERE kind = ? RETURNING last_id",
        name().toLowerCase(Locale.ROOT));
  }
}
