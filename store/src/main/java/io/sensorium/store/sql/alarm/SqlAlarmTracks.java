package io.sensorium.store.sql.alarm;

import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SourceId;
import io.sensorium.store.alarm.AlarmRevision;
import io.sensorium.store.alarm.AlarmTrack;
import io.sensorium.store.alarm.AlarmTracks;
import io.sensorium.store.alarm.LoggedTransition;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.database.Work;
import java.util.List;
import java.util.Optional;

/** Tracks of alarms as tables; a step of the engine as one transaction. */
final class SqlAlarmTracks implements AlarmTracks {
  /*
   * A step that tells nobody anything waits for no disk: it is derived again from the measurements
   * should it be lost with the machine's power.
   */

  private static final String SELECT_TRANSITIONS =
      LogRows.SELECT
          + "WHERE alarm_id = ? AND undone_at IS NULL AND event IN ('triggered', 'recovered') ";

  private final SqlWriter writer;
  private final ReaderPool readers;

  SqlAlarmTracks(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public List<AlarmTrack> listChangedAfter(long change, int limit) {
    return readers.read(
        session -> {
          var tracks = new TrackReader();
          session.list(TrackReader.SELECT, tracks::read, change, limit);
          return tracks.tracks();
        });
  }

  @Override
  public List<LoggedTransition> listTransitions(AlarmId alarm, long fromMicros, long toMicros) {
    return readers.read(
        session ->
            session.list(
                SELECT_TRANSITIONS
                    + "AND happened_at >= ? AND happened_at < ? ORDER BY happened_at, event",
                LogRows::readTransition,
                alarm.value(),
                fromMicros,
                toMicros));
  }

  @Override
  public Optional<AlarmTransition> findTransitionBefore(AlarmId alarm, long timeMicros) {
    return readers.read(
        session ->
            session
                .find(
                    SELECT_TRANSITIONS
                        + "AND happened_at < ? ORDER BY happened_at DESC, event DESC LIMIT 1",
                    LogRows::readTransition,
                    alarm.value(),
                    timeMicros)
                .map(LoggedTransition::transition));
  }

  @Override
  public boolean commit(AlarmRevision revision) {
    Work<Boolean> work = session -> new AlarmStep(session, revision).commit();
    boolean tells = !revision.added().isEmpty() || !revision.undone().isEmpty();
    return tells ? writer.write(work) : writer.writeDerived(work);
  }

  @Override
  public void commitQuiet(List<AlarmRevision> revisions) {
    writer.writeDerived(
        session -> {
          for (var revision : revisions) {
            new AlarmStep(session, revision).commit();
          }
          return true;
        });
  }

  @Override
  public List<Repair> listRepairs(int limit) {
    return readers.read(
        session ->
            session.list(
                """
                SELECT repair_id, source_id, from_time, to_time FROM alarm_repairs
                ORDER BY repair_id LIMIT ?
                """,
                row ->
                    new Repair(
                        row.getLong(1),
                        new SourceId(row.getLong(2)),
                        row.getLong(3),
                        row.getLong(4)),
                limit));
  }

  @Override
  public void forgetRepair(long id) {
    writer.write(s -> s.update("DELETE FROM alarm_repairs WHERE repair_id = ?", id));
  }

  @Override
  public long lastTick() {
    return readers.read(Counter.TICK::read);
  }

  @Override
  public void writeTick(long tickMicros) {
    writer.write(session -> Counter.TICK.raise(session, tickMicros));
  }

  @Override
  public long seenSeq() {
    return readers.read(Counter.SEQ::read);
  }

  @Override
  public void writeSeenSeq(long seq) {
    writer.writeDerived(session -> Counter.SEQ.raise(session, seq));
  }
}
