package io.sensorium.store.alarm;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.core.alarm.AlarmStatus;
import io.sensorium.core.alarm.Severity;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The alarms that owners set, and the log of what became of them.
 *
 * <p>State and log follow from the measurements; the engine writes them through {@link
 * AlarmTracks}, shortly after a measurement is accepted or an alarm is changed. The log outlives
 * its alarm. What late measurements undid shows in no answer.
 *
 * <p>Every implementation passes {@code AlarmsContract}. Safe for use by many threads. A failing
 * database shows as {@link io.sensorium.store.StoreException}.
 */
public interface Alarms {

  /** An alarm to be. */
  record NewAlarm(
      SensorUserId owner,
      SourceId source,
      AlarmCondition condition,
      Severity severity,
      boolean enabled,
      Instant createdAt) {}

  /** What an owner may change of an alarm, as it is to be. */
  record AlarmChange(AlarmCondition condition, Severity severity, boolean enabled) {}

  /** An alarm and where it stands. */
  record Alarm(AlarmRule rule, AlarmStatus status) {}

  /** A place in the log, which runs from the newest date to the oldest. */
  record LogPosition(Instant date, long id) {

    public static LogPosition of(AlarmLogEntry entry) {
      return new LogPosition(entry.date(), entry.id());
    }
  }

  /**
   * Which lines of a user's log are wanted.
   *
   * @param alarms those of these alarms, deleted ones too; of all when empty
   * @param from the earliest date; null for all
   * @param to dates before it; null for all
   * @param after the last line of the page before; null for the first page
   */
  record LogQuery(
      SensorUserId owner,
      Set<AlarmId> alarms,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable LogPosition after,
      int limit) {

    public LogQuery {
      alarms = Set.copyOf(alarms);
    }
  }

  Alarm create(NewAlarm alarm);

  /** The alarm, unless it was deleted. */
  Optional<Alarm> find(AlarmId id);

  /** By id, without deleted ones. */
  List<Alarm> listByOwner(SensorUserId owner);

  /** By id, without deleted ones. */
  List<Alarm> listBySource(SourceId source);

  int count(SensorUserId owner);

  /**
   * Changes an alarm. Another condition, or switching on or off, holds for measurements dated
   * {@code at} or later: an active alarm recovers then, and is triggered anew when values are still
   * in excess.
   *
   * @return the alarm as it is then; empty when there is none
   */
  Optional<Alarm> update(AlarmId id, AlarmChange change, Instant at);

  /** Tells nobody of what is found before {@code until}; null ends the silence. */
  Optional<Alarm> silence(AlarmId id, @Nullable Instant until);

  /** Logs that somebody takes care of an alarm; empty when it is not active. */
  Optional<AlarmLogEntry> acknowledge(AlarmId id, @Nullable String comment, Instant at);

  /** Deletes an alarm and logs that; false when there is none. */
  boolean delete(AlarmId id, Instant at);

  /** Deletes all alarms of a user and logs that; returns how many there were. */
  int deleteByOwner(SensorUserId owner, Instant at);

  /** Deletes all alarms on a source and logs that; returns how many there were. */
  int deleteBySource(SourceId source, Instant at);

  /** Removes all that is kept of a user: alarms and log. */
  void removeOwner(SensorUserId owner);

  /** Newest date first, and of the same date the one logged last; a page is stable. */
  List<AlarmLogEntry> listLog(LogQuery query);

  /** The newest lines of each alarm that has any, as {@link #listLog} orders them. */
  Map<AlarmId, List<AlarmLogEntry>> listNewestLog(Collection<AlarmId> alarms, int perAlarm);

  /** A line by its id, also when it was undone since. */
  Optional<AlarmLogEntry> findLogEntry(long id);

  /**
   * Tells that measurements of a source were removed, from one date up to, and without, another:
   * its alarms are derived anew there. Measurements that are stored need not be told of.
   */
  void removed(SourceId source, Instant from, Instant to);

  /**
   * Rises with each change of an alarm, and each removal, also of those that are still to be read.
   */
  long changeCount();
}
