package io.sensorium.store.sql.alarm;

import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.util.Locale;

/** Numbers that are counted up, and outlive the rows that had them. */
enum Counter {
  ALARM,
  LOG,
  CHANGE,
  SEQ,
  TICK;

  /** The next number, within the transaction that uses it. */
  long draw(Session session) throws SQLException {
    return session.number(
        "UPDATE alarm_counters SET value = value + 1 WHERE name = ? RETURNING value", key());
  }

  long read(Session session) throws SQLException {
    return session.number("SELECT value FROM alarm_counters WHERE name = ?", key());
  }

  /** Sets it, unless it is greater already. */
  int raise(Session session, long value) throws SQLException {
    return session.update(
        "UPDATE alarm_counters SET value = ? WHERE name = ? AND value < ?", value, key(), value);
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
