package io.sensorium.store.sql.alarm;

import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.store.alarm.AlarmTrack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts tracks together from rows, one for each of an alarm's terms. */
final class TrackReader {

  static final String SELECT =
      """
      SELECT a.alarm_id, a.owner_id, a.source_id, a.severity, a.created_at, a.silenced_until,
        a.deleted_at, a.change, a.terms_count,
        t.number, t.from_time, t.enabled, t.threshold, t.direction, t.delay, t.hysteresis,
        h.terms_seen, h.last_time, h.excess_since, h.excess_value, h.active
      FROM (SELECT * FROM alarms WHERE change > ? ORDER BY change LIMIT ?) AS a
      JOIN alarm_terms t ON t.alarm_id = a.alarm_id
      LEFT JOIN alarm_heads h ON h.alarm_id = a.alarm_id
      ORDER BY a.change, t.number
      """;

  private final List<AlarmTrack> tracks = new ArrayList<>();
  private final List<AlarmTerms> terms = new ArrayList<>();

  /** Takes the next row; true when an alarm is complete with it: it holds the newest terms. */
  boolean read(ResultSet row) throws SQLException {
    terms.add(AlarmRows.readTerms(row));
    boolean complete = row.getInt("number") == row.getInt("terms_count");
    if (complete) {
      tracks.add(track(row, AlarmRows.readRule(row), AlarmRows.readHead(row)));
      terms.clear();
    }
    return complete;
  }

  List<AlarmTrack> tracks() {
    return tracks;
  }

  private AlarmTrack track(ResultSet row, AlarmRule rule, Optional<AlarmHead> head)
      throws SQLException {
    return new AlarmTrack(
        rule,
        terms,
        row.getInt("terms_seen"),
        head,
        row.getLong("change"),
        AlarmRows.readInstant(row, "deleted_at") != null);
  }
}
