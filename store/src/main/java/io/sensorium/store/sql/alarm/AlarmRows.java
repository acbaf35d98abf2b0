package io.sensorium.store.sql.alarm;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.core.alarm.AlarmState;
import io.sensorium.core.alarm.AlarmStatus;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.alarm.Severity;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.Alarms.Alarm;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alarms, their terms and heads as rows. */
final class AlarmRows {

  private static final String CONDITION = "threshold, direction, delay, hysteresis";

  /** An alarm with its newest terms, its head, and when it last came into its state. */
  static final String SELECT_ALARM =
      """
      SELECT a.alarm_id, a.owner_id, a.source_id, a.severity, a.created_at, a.silenced_until,
        a.acknowledged_at, t.enabled, t.threshold, t.direction, t.delay, t.hysteresis,
        h.last_time, h.excess_since, h.excess_value, h.active,
        (SELECT max(l.happened_at) FROM alarm_log l
         WHERE l.alarm_id = a.alarm_id AND l.undone_at IS NULL
           AND l.event = CASE WHEN h.active = 1 THEN 'triggered' ELSE 'recovered' END) AS since
      FROM alarms a
      JOIN alarm_terms t ON t.alarm_id = a.alarm_id AND t.number = a.terms_count
      LEFT JOIN alarm_heads h ON h.alarm_id = a.alarm_id
      WHERE a.deleted_at IS NULL
      """;

  private static final String INSERT_TERMS =
      "INSERT INTO alarm_terms (alarm_id, number, from_time, enabled, "
          + CONDITION
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String PUT_HEAD =
      """
      INSERT INTO alarm_heads (alarm_id, terms_seen, last_time, excess_since, excess_value, active)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (alarm_id) DO UPDATE SET
        terms_seen = excluded.terms_seen, last_time = excluded.last_time,
        excess_since = excluded.excess_since, excess_value = excluded.excess_value,
        active = excluded.active
      """;

  private AlarmRows() {}

  static Optional<Alarm> find(Session session, AlarmId id) throws SQLException {
    return session.find(SELECT_ALARM + " AND a.alarm_id = ?", AlarmRows::readAlarm, id.value());
  }

  static void addTerms(Session session, AlarmId alarm, int number, AlarmTerms terms)
      throws SQLException {
    var condition = terms.condition();
    session.update(
        INSERT_TERMS,
        alarm.value(),
        number,
        Micros.of(terms.from()),
        terms.enabled() ? 1 : 0,
        condition.thresholdValue(),
        Words.of(condition.direction()),
        Micros.of(condition.delay()),
        condition.hysteresisValue());
  }

  static void putHead(Session session, AlarmId alarm, int termsSeen, AlarmHead head)
      throws SQLException {
    session.update(
        PUT_HEAD,
        alarm.value(),
        termsSeen,
        head.lastTimeMicros(),
        head.isInExcess() ? head.excessSinceMicros() : null,
        head.isInExcess() ? head.excessValue() : null,
        head.active() ? 1 : 0);
  }

  static Alarm readAlarm(ResultSet row) throws SQLException {
    var rule = readRule(row);
    var head = readHead(row);
    return new Alarm(rule, readStatus(row, rule, head));
  }

  static AlarmRule readRule(ResultSet row) throws SQLException {
    return new AlarmRule(
        new AlarmId(row.getLong("alarm_id")),
        new SensorUserId(row.getLong("owner_id")),
        new SourceId(row.getLong("source_id")),
        readCondition(row),
        Words.read(Severity.class, row.getString("severity")),
        row.getInt("enabled") == 1,
        Micros.toInstant(row.getLong("created_at")),
        readInstant(row, "silenced_until"));
  }

  static AlarmTerms readTerms(ResultSet row) throws SQLException {
    return new AlarmTerms(
        Micros.toInstant(row.getLong("from_time")), readCondition(row), row.getInt("enabled") == 1);
  }

  static AlarmCondition readCondition(ResultSet row) throws SQLException {
    return new AlarmCondition(
        row.getDouble("threshold"),
        Words.read(Direction.class, row.getString("direction")),
        Micros.toDuration(row.getLong("delay")),
        row.getDouble("hysteresis"));
  }

  static Optional<AlarmHead> readHead(ResultSet row) throws SQLException {
    long lastTime = row.getLong("last_time");
    if (row.wasNull()) {
      return Optional.empty();
    }
    long since = row.getLong("excess_since");
    if (row.wasNull()) {
      return Optional.of(AlarmHead.normalAt(lastTime));
    }
    return Optional.of(
        new AlarmHead(lastTime, since, row.getDouble("excess_value"), row.getInt("active") == 1));
  }

  private static AlarmStatus readStatus(ResultSet row, AlarmRule rule, Optional<AlarmHead> head)
      throws SQLException {
    var state = head.map(AlarmHead::state).orElse(AlarmState.NORMAL);
    var since = Optional.ofNullable(readInstant(row, "since")).orElse(rule.createdAt());
    var acknowledged = readInstant(row, "acknowledged_at");
    return switch (state) {
      case NORMAL -> new AlarmStatus(state, since, false);
      case PENDING ->
          new AlarmStatus(state, Micros.toInstant(head.orElseThrow().excessSinceMicros()), false);
      case ACTIVE ->
          new AlarmStatus(state, since, acknowledged != null && !acknowledged.isBefore(since));
    };
  }

  static @Nullable Instant readInstant(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Micros.toInstant(micros);
  }
}
