package io.sensorium.store.sql.alarm;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.LoggedTransition;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The log of alarms as rows. */
final class LogRows {

  static final String SELECT =
      """
      SELECT log_id, alarm_id, source_id, event, happened_at, value, threshold, direction, delay,
        hysteresis, duration, remark
      FROM alarm_log
      """;

  private static final String INSERT =
      """
      INSERT INTO alarm_log (log_id, alarm_id, owner_id, source_id, event, happened_at, value,
        threshold, direction, delay, hysteresis, duration, remark, logged_at, told)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private LogRows() {}

  /** A line to be. */
  record NewLine(
      AlarmEvent event,
      Instant date,
      @Nullable Double value,
      AlarmCondition condition,
      @Nullable Duration duration,
      @Nullable String comment) {

    static NewLine of(AlarmTransition transition) {
      return new NewLine(
          transition.event(),
          transition.date(),
          transition.value(),
          transition.condition(),
          transition.duration(),
          null);
    }
  }

  static AlarmLogEntry add(
      Session session, AlarmRule rule, NewLine line, Instant loggedAt, boolean told)
      throws SQLException {
    long id = Counter.LOG.draw(session);
    var duration = line.duration();
    session.update(
        INSERT,
        id,
        rule.id().value(),
        rule.owner().value(),
        rule.source().value(),
        Words.of(line.event()),
        Micros.of(line.date()),
        line.value(),
        line.condition().thresholdValue(),
        Words.of(line.condition().direction()),
        Micros.of(line.condition().delay()),
        line.condition().hysteresisValue(),
        duration == null ? null : Micros.of(duration),
        line.comment(),
        Micros.of(loggedAt),
        told ? 1 : 0);
    return new AlarmLogEntry(
        id,
        rule.id(),
        rule.source(),
        line.event(),
        line.date(),
        line.value(),
        line.condition(),
        duration,
        line.comment());
  }

  static AlarmLogEntry readEntry(ResultSet row) throws SQLException {
    double value = row.getDouble("value");
    var known = row.wasNull() ? null : value;
    return new AlarmLogEntry(
        row.getLong("log_id"),
        new AlarmId(row.getLong("alarm_id")),
        new SourceId(row.getLong("source_id")),
        Words.read(AlarmEvent.class, row.getString("event")),
        Micros.toInstant(row.getLong("happened_at")),
        known,
        AlarmRows.readCondition(row),
        readDuration(row),
        row.getString("remark"));
  }

  static LoggedTransition readTransition(ResultSet row) throws SQLException {
    var transition =
        new AlarmTransition(
            Words.read(AlarmEvent.class, row.getString("event")),
            Micros.toInstant(row.getLong("happened_at")),
            row.getDouble("value"),
            AlarmRows.readCondition(row),
            readDuration(row));
    return new LoggedTransition(row.getLong("log_id"), transition);
  }

  private static @Nullable Duration readDuration(ResultSet row) throws SQLException {
    long micros = row.getLong("duration");
    return row.wasNull() ? null : Micros.toDuration(micros);
  }
}
