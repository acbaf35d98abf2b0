package io.sensorium.store.sql.alarm;

import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmNews;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.AlarmRevision;
import io.sensorium.store.alarm.LoggedTransition;
import io.sensorium.store.database.Session;
import io.sensorium.store.sql.alarm.LogRows.NewLine;
import io.sensorium.store.sql.outbox.NotificationRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a step of the engine for one alarm. */
final class AlarmStep {

  private static final String COUNT_UNDONE =
      """
      SELECT count(*) FROM alarm_log
      WHERE alarm_id = ? AND event = ? AND happened_at = ? AND undone_at IS NOT NULL
      """;

  private final Session session;
  private final AlarmRevision revision;
  private final AlarmRule rule;
  private final List<Notification> notifications = new ArrayList<>();

  AlarmStep(Session session, AlarmRevision revision) {
    this.session = session;
    this.revision = revision;
    rule = revision.track().rule();
  }

  /** False, and nothing is written, when the alarm is not as the step knows it. */
  boolean commit() throws SQLException {
    var current =
        session.find(
            "SELECT silenced_until FROM alarms"
                + " WHERE alarm_id = ? AND change = ? AND deleted_at IS NULL",
            row -> new Current(AlarmRows.readInstant(row, "silenced_until")),
            rule.id().value(),
            revision.track().change());
    if (current.isEmpty()) {
      return false;
    }
    for (var undone : revision.undone()) {
      undo(undone);
    }
    for (var corrected : revision.corrected()) {
      correct(corrected);
    }
    for (var added : revision.added()) {
      add(added, current.get().isSilenced(revision));
    }
    AlarmRows.putHead(session, rule.id(), revision.track().terms().size(), revision.head());
    NotificationRows.add(session, notifications);
    return true;
  }

  private record Current(@Nullable Instant silencedUntil) {

    boolean isSilenced(AlarmRevision revision) {
      return silencedUntil != null && revision.foundAt().isBefore(silencedUntil);
    }
  }

  private void add(AlarmTransition transition, boolean silenced) throws SQLException {
    long earlier = countUndone(transition);
    var line = NewLine.of(transition);
    var entry = LogRows.add(session, rule, line, revision.foundAt(), !silenced);
    if (!silenced) {
      notifications.add(AlarmNews.of(transition, rule, entry.id(), earlier, revision.foundAt()));
    }
  }

  private void undo(LoggedTransition undone) throws SQLException {
    long earlier = countUndone(undone.transition());
    int changed =
        session.update(
            "UPDATE alarm_log SET undone_at = ? WHERE log_id = ? AND undone_at IS NULL",
            Micros.of(revision.foundAt()),
            undone.logId());
    boolean told =
        session
            .find(
                "SELECT told FROM alarm_log WHERE log_id = ?", row -> row.getInt(1), undone.logId())
            .filter(flag -> flag == 1)
            .isPresent();
    if (changed == 1 && told) {
      notifications.add(
          AlarmNews.ofRetraction(
              undone.transition(), rule, undone.logId(), earlier, revision.foundAt()));
    }
  }

  private void correct(LoggedTransition corrected) throws SQLException {
    var duration = corrected.transition().duration();
    session.update(
        "UPDATE alarm_log SET value = ?, duration = ? WHERE log_id = ?",
        corrected.transition().value(),
        duration == null ? null : Micros.of(duration),
        corrected.logId());
  }

  /** How often the same fact was found, and undone. */
  private long countUndone(AlarmTransition transition) throws SQLException {
    AlarmEvent event = transition.event();
    return session.number(
        COUNT_UNDONE, rule.id().value(), Words.of(event), Micros.of(transition.date()));
  }
}
