package io.sensorium.store.sql.measurement;

import io.sensorium.core.id.SourceId;
import io.sensorium.store.database.Session;
import io.sensorium.store.measurement.Measurement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Reads the first rows of several sources in the order of date, then source. */
final class DatePage {

  private static final Comparator<DateCursor> ORDER =
      Comparator.comparingLong(DateCursor::timeMicros).thenComparingLong(DateCursor::sourceId);

  private final SourceHeads heads;
  private final long fromMicros;
  private final long toMicros;
  private final Optional<Measurement> after;
  private final PriorityQueue<DateCursor> cursors = new PriorityQueue<>(ORDER);

  DatePage(SourceHeads heads, long fromMicros, long toMicros, Optional<Measurement> after) {
    this.heads = heads;
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
    this.after = after;
  }

  /** Looks at the rows in memory; to be called before the session's snapshot is taken. */
  List<DateCursor> cursorsOf(List<SourceId> sources) {
    var result = new ArrayList<DateCursor>(sources.size());
    for (var source : sources) {
      long from = Math.max(fromMicros, firstMicros(source));
      var head = heads.find(source.value());
      if (from < toMicros) {
        var memory = head == null ? PackedRows.NONE : head.snapshot(from, toMicros);
        result.add(new DateCursor(source, memory, from, toMicros));
      }
    }
    return result;
  }

  List<Measurement> read(Session session, List<DateCursor> unread, int limit) throws SQLException {
    for (var cursor : unread) {
      if (cursor.advance(session)) {
        cursors.add(cursor);
      }
    }
    var page = new ArrayList<Measurement>();
    while (page.size() < limit && !cursors.isEmpty()) {
      var cursor = cursors.remove();
      page.add(cursor.row());
      if (cursor.advance(session)) {
        cursors.add(cursor);
      }
    }
    return page;
  }

  /** The first date of a source that comes after the page before. */
  private long firstMicros(SourceId source) {
    if (after.isEmpty()) {
      return fromMicros;
    }
    boolean later = source.value() > after.get().source().value();
    return after.get().timeMicros() + (later ? 0 : 1);
  }
}
