package io.sensorium.store.sql.alarm;

import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.core.alarm.AlarmState;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.database.Work;
import io.sensorium.store.sql.alarm.LogRows.NewLine;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Alarms as tables. */
final class SqlAlarms implements Alarms {

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final AlarmLog log;
  private final AtomicLong changes = new AtomicLong();

  SqlAlarms(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
    log = new AlarmLog(readers);
  }

  @Override
  public Alarm create(NewAlarm alarm) {
    return change(
        session -> {
          var id = new AlarmId(Counter.ALARM.draw(session));
          session.update(
              """
              INSERT INTO alarms
                (alarm_id, owner_id, source_id, severity, created_at, terms_count, change)
              VALUES (?, ?, ?, ?, ?, 1, ?)
              """,
              id.value(),
              alarm.owner().value(),
              alarm.source().value(),
              Words.of(alarm.severity()),
              Micros.of(alarm.createdAt()),
              Counter.CHANGE.draw(session));
          var terms = new AlarmTerms(alarm.createdAt(), alarm.condition(), alarm.enabled());
          AlarmRows.addTerms(session, id, 1, terms);
          return AlarmRows.find(session, id).orElseThrow();
        });
  }

  @Override
  public Optional<Alarm> find(AlarmId id) {
    return readers.read(session -> AlarmRows.find(session, id));
  }

  @Override
  public List<Alarm> listByOwner(SensorUserId owner) {
    return readers.read(
        session ->
            session.list(
                AlarmRows.SELECT_ALARM + " AND a.owner_id = ? ORDER BY a.alarm_id",
                AlarmRows::readAlarm,
                owner.value()));
  }

  @Override
  public List<Alarm> listBySource(SourceId source) {
    return readers.read(
        session ->
            session.list(
                AlarmRows.SELECT_ALARM + " AND a.source_id = ? ORDER BY a.alarm_id",
                AlarmRows::readAlarm,
                source.value()));
  }

  @Override
  public int count(SensorUserId owner) {
    return readers.read(
        session ->
            (int)
                session.number(
                    "SELECT count(*) FROM alarms WHERE owner_id = ? AND deleted_at IS NULL",
                    owner.value()));
  }

  @Override
  public Optional<Alarm> update(AlarmId id, AlarmChange change, Instant at) {
    return change(
        session -> {
          var found = AlarmRows.find(session, id);
          if (found.isPresent()) {
            update(session, found.get().rule(), change, at);
          }
          return AlarmRows.find(session, id);
        });
  }

  private static void update(Session session, AlarmRule rule, AlarmChange change, Instant at)
      throws SQLException {
    long id = rule.id().value();
    session.update(
        "UPDATE alarms SET severity = ? WHERE alarm_id = ?", Words.of(change.severity()), id);
    if (change.enabled() == rule.enabled() && change.condition().equals(rule.condition())) {
      return;
    }
    session.update(
        "UPDATE alarms SET terms_count = terms_count + 1, change = ? WHERE alarm_id = ?",
        Counter.CHANGE.draw(session),
        id);
    int number = (int) session.number("SELECT terms_count FROM alarms WHERE alarm_id = ?", id);
    long last = session.number("SELECT max(from_time) FROM alarm_terms WHERE alarm_id = ?", id);
    var from = Micros.toInstant(Math.max(Micros.of(at), last + 1));
    var terms = new AlarmTerms(from, change.condition(), change.enabled());
    AlarmRows.addTerms(session, rule.id(), number, terms);
  }

  @Override
  public Optional<Alarm> silence(AlarmId id, @Nullable Instant until) {
    return writer.write(
        session -> {
          session.update(
              "UPDATE alarms SET silenced_until = ? WHERE alarm_id = ? AND deleted_at IS NULL",
              until == null ? null : Micros.of(until),
              id.value());
          return AlarmRows.find(session, id);
        });
  }

  @Override
  public Optional<AlarmLogEntry> acknowledge(AlarmId id, @Nullable String comment, Instant at) {
    return writer.write(
        session -> {
          var found = AlarmRows.find(session, id);
          if (found.isEmpty() || found.get().status().state() != AlarmState.ACTIVE) {
            return Optional.empty();
          }
          session.update(
              "UPDATE alarms SET acknowledged_at = ? WHERE alarm_id = ?",
              Micros.of(at),
              id.value());
          return Optional.of(add(session, found.get(), AlarmEvent.ACKNOWLEDGED, comment, at));
        });
  }

  private static AlarmLogEntry add(
      Session session, Alarm alarm, AlarmEvent event, @Nullable String comment, Instant at)
      throws SQLException {
    var line = new NewLine(event, at, null, alarm.rule().condition(), null, comment);
    return LogRows.add(session, alarm.rule(), line, at, false);
  }

  @Override
  public boolean delete(AlarmId id, Instant at) {
    return change(
        session -> {
          var found = AlarmRows.find(session, id);
          if (found.isEmpty()) {
            return false;
          }
          delete(session, List.of(found.get()), at);
          return true;
        });
  }

  @Override
  public int deleteByOwner(SensorUserId owner, Instant at) {
    return change(
        session -> {
          var sql = AlarmRows.SELECT_ALARM + " AND a.owner_id = ?";
          return delete(session, session.list(sql, AlarmRows::readAlarm, owner.value()), at);
        });
  }

  @Override
  public int deleteBySource(SourceId source, Instant at) {
    return change(
        session -> {
          var sql = AlarmRows.SELECT_ALARM + " AND a.source_id = ?";
          return delete(session, session.list(sql, AlarmRows::readAlarm, source.value()), at);
        });
  }

  private static int delete(Session session, List<Alarm> alarms, Instant at) throws SQLException {
    for (var alarm : alarms) {
      long id = alarm.rule().id().value();
      session.update(
          "UPDATE alarms SET deleted_at = ?, change = ? WHERE alarm_id = ?",
          Micros.of(at),
          Counter.CHANGE.draw(session),
          id);
      session.update("DELETE FROM alarm_heads WHERE alarm_id = ?", id);
      add(session, alarm, AlarmEvent.DELETED, null, at);
    }
    return alarms.size();
  }

  @Override
  public void removeOwner(SensorUserId owner) {
    long id = owner.value();
    change(
        session -> {
          var ofOwner = "(SELECT alarm_id FROM alarms WHERE owner_id = ?)";
          session.update("DELETE FROM alarm_terms WHERE alarm_id IN " + ofOwner, id);
          session.update("DELETE FROM alarm_heads WHERE alarm_id IN " + ofOwner, id);
          session.update("DELETE FROM alarm_log WHERE owner_id = ?", id);
          Counter.CHANGE.draw(session);
          return session.update("DELETE FROM alarms WHERE owner_id = ?", id);
        });
  }

  @Override
  public List<AlarmLogEntry> listLog(LogQuery query) {
    return log.list(query);
  }

  @Override
  public Map<AlarmId, List<AlarmLogEntry>> listNewestLog(Collection<AlarmId> alarms, int perAlarm) {
    return log.listNewest(alarms, perAlarm);
  }

  @Override
  public Optional<AlarmLogEntry> findLogEntry(long id) {
    return log.find(id);
  }

  @Override
  public void removed(SourceId source, Instant from, Instant to) {
    change(
        session ->
            session.update(
                "INSERT INTO alarm_repairs (source_id, from_time, to_time) VALUES (?, ?, ?)",
                source.value(),
                Micros.of(from),
                Micros.of(to)));
  }

  @Override
  public long changeCount() {
    return changes.get();
  }

  private <T> T change(Work<T> work) {
    try {
      return writer.write(work);
    } finally {
      changes.incrementAndGet(); // also when it failed: who knows how far it came
    }
  }
}
