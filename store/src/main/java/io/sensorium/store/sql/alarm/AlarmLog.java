package io.sensorium.store.sql.alarm;

import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.Alarms.LogQuery;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the log of alarms. */
final class AlarmLog {
  /*
   * A statement for each number of alarms would fill the sessions' memory of statements: ids are
   * asked for in few sizes of lists, filled up with the last id.
   */

  private static final int[] LIST_SIZES = {1, 8, 64, 1_024};
  private static final int ALARMS_PER_UNION = 32;

  private static final String NEWEST_FIRST = " ORDER BY happened_at DESC, log_id DESC LIMIT ?";

  private static final String OF_OWNER =
      LogRows.SELECT
          + """
          WHERE owner_id = ? AND undone_at IS NULL AND happened_at >= ? AND happened_at < ?
            AND (happened_at, log_id) < (?, ?)
          """;

  private static final String NEWEST_OF_ALARMS =
      Collections.nCopies(
              ALARMS_PER_UNION,
              "SELECT * FROM ("
                  + LogRows.SELECT
                  + "WHERE alarm_id = ? AND undone_at IS NULL"
                  + NEWEST_FIRST
                  + ") AS newest")
          .stream()
          .collect(Collectors.joining(" UNION ALL "));

  private final ReaderPool readers;

  AlarmLog(ReaderPool readers) {
    this.readers = readers;
  }

  List<AlarmLogEntry> list(LogQuery query) {
    var parameters = new ArrayList<@Nullable Object>();
    parameters.add(query.owner().value());
    parameters.add(micros(query.from(), Long.MIN_VALUE));
    parameters.add(micros(query.to(), Long.MAX_VALUE));
    var after = query.after();
    parameters.add(after == null ? Long.MAX_VALUE : Micros.of(after.date()));
    parameters.add(after == null ? Long.MAX_VALUE : after.id());
    var ids = filledUp(query.alarms());
    parameters.addAll(ids);
    parameters.add(query.limit());
    var sql = OF_OWNER + among(ids.size()) + NEWEST_FIRST;
    return readers.read(s -> s.list(sql, LogRows::readEntry, parameters.toArray()));
  }

  Map<AlarmId, List<AlarmLogEntry>> listNewest(Collection<AlarmId> alarms, int perAlarm) {
    var ids = alarms.stream().map(AlarmId::value).distinct().toList();
    return readers.read(
        session -> {
          var newest = new HashMap<AlarmId, List<AlarmLogEntry>>();
          for (int first = 0; first < ids.size(); first += ALARMS_PER_UNION) {
            var some = ids.subList(first, Math.min(ids.size(), first + ALARMS_PER_UNION));
            for (var entry : listNewest(session, some, perAlarm)) {
              newest.computeIfAbsent(entry.alarm(), id -> new ArrayList<>()).add(entry);
            }
          }
          return newest;
        });
  }

  /** Places without an alarm ask for none: no id is 0. */
  private static List<AlarmLogEntry> listNewest(Session session, List<Long> ids, int perAlarm)
      throws SQLException {
    var parameters = new ArrayList<@Nullable Object>();
    for (int i = 0; i < ALARMS_PER_UNION; i++) {
      parameters.add(i < ids.size() ? ids.get(i) : 0L);
      parameters.add(perAlarm);
    }
    return session.list(NEWEST_OF_ALARMS, LogRows::readEntry, parameters.toArray());
  }

  Optional<AlarmLogEntry> find(long id) {
    return readers.read(s -> s.find(LogRows.SELECT + "WHERE log_id = ?", LogRows::readEntry, id));
  }

  private static String among(int count) {
    return count == 0
        ? ""
        : " AND alarm_id IN (" + String.join(", ", Collections.nCopies(count, "?")) + ")";
  }

  private static List<Long> filledUp(Collection<AlarmId> alarms) {
    var ids = new ArrayList<Long>();
    alarms.forEach(alarm -> ids.add(alarm.value()));
    if (ids.isEmpty()) {
      return ids;
    }
    for (int size : LIST_SIZES) {
      if (ids.size() <= size) {
        ids.addAll(Collections.nCopies(size - ids.size(), ids.getLast()));
        return ids;
      }
    }
    throw new IllegalArgumentException("too many alarms: " + ids.size());
  }

  private static long micros(@Nullable Instant instant, long otherwise) {
    return instant == null ? otherwise : Micros.of(instant);
  }
}
