package io.sensorium.store.sql;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.series.EventCodec;
import io.sensorium.series.PathCodec;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.Session;
import io.sensorium.store.timeline.StoredEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Events as rows: what is asked for has a column, and all that is told is in the payload. */
final class EventRows {

  static final String SELECT =
      """
      SELECT payload FROM events WHERE user_id = ?
      """;

  static final String SELECT_STORED =
      """
      SELECT e.payload, e.closed_at, e.piece_start, e.piece_end, e.basis, p.payload
      FROM events e LEFT JOIN paths p ON p.user_id = e.user_id AND p.event_id = e.event_id
      WHERE e.user_id = ?
      """;

  private static final String PUT =
      """
      INSERT INTO events
        (user_id, event_id, kind, start_at, first_day, last_day, analysis, closed_at, piece_start,
         piece_end, basis, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (user_id, event_id) DO UPDATE SET
        kind = excluded.kind, start_at = excluded.start_at, first_day = excluded.first_day,
        last_day = excluded.last_day, analysis = excluded.analysis,
        closed_at = excluded.closed_at, piece_start = excluded.piece_start,
        piece_end = excluded.piece_end, basis = excluded.basis, payload = excluded.payload
      """;

  /** What changes of an event that goes on stands in no index: those are left as they are. */
  private static final String GO_ON =
      """
      UPDATE events SET first_day = ?, analysis = ?, piece_start = ?, basis = ?, payload = ?
      WHERE user_id = ? AND event_id = ? AND kind = ? AND start_at = ? AND last_day = ?
        AND closed_at = ? AND piece_end = ?
      """;

  private static final int STATIONARY = 0;
  static final int TRANSPORT = 1;
  private static final int NO_LAST_DAY = Integer.MAX_VALUE;

  private EventRows() {}

  static TimelineEvent read(ResultSet row) throws SQLException {
    try {
      return EventCodec.decode(row.getBytes(1));
    } catch (DamagedBytesException e) {
      throw new StoreException("an event is damaged", false, e);
    }
  }

  static StoredEvent readStored(ResultSet row) throws SQLException {
    return new StoredEvent(
        read(row),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getString(5),
        readPath(row.getBytes(6)));
  }

  static Path readPath(byte @Nullable [] payload) {
    try {
      return payload == null ? Path.EMPTY : PathCodec.decode(payload);
    } catch (DamagedBytesException e) {
      throw new StoreException("a path is damaged", false, e);
    }
  }

  static void put(Session session, UserId user, StoredEvent stored) throws SQLException {
    var payload = EventCodec.encode(stored.event());
    if (!goesOn(session, user, stored, payload)) {
      insertOrReplace(session, user, stored, payload);
    }
    if (stored.event() instanceof Transport) {
      putPath(session, user, stored.event().id(), stored.path());
    }
  }

  /** Writes over an event that is still open; false when it is not, or not yet, in the table. */
  private static boolean goesOn(Session session, UserId user, StoredEvent stored, byte[] payload)
      throws SQLException {
    if (stored.closedAtMicros() != StoredEvent.OPEN) {
      return false;
    }
    var event = stored.event();
    var when = event.when();
    int updated =
        session.update(
            GO_ON,
            localDay(when.start(), when.startOffset()),
            event.analysisType().ordinal(),
            stored.pieceStartMicros(),
            stored.basis(),
            payload,
            user.value(),
            event.id().value(),
            kind(event),
            Micros.of(when.start()),
            lastDay(when),
            stored.closedAtMicros(),
            stored.pieceEndMicros());
    return updated == 1;
  }

  private static void insertOrReplace(
      Session session, UserId user, StoredEvent stored, byte[] payload) throws SQLException {
    var event = stored.event();
    var when = event.when();
    session.update(
        PUT,
        user.value(),
        event.id().value(),
        kind(event),
        Micros.of(when.start()),
        localDay(when.start(), when.startOffset()),
        lastDay(when),
        event.analysisType().ordinal(),
        stored.closedAtMicros(),
        stored.pieceStartMicros(),
        stored.pieceEndMicros(),
        stored.basis(),
        payload);
  }

  private static int kind(TimelineEvent event) {
    return event instanceof Transport ? TRANSPORT : STATIONARY;
  }

  static void remove(Session session, UserId user, EventId id) throws SQLException {
    session.update(
        "DELETE FROM events WHERE user_id = ? AND event_id = ?", user.value(), id.value());
    session.update(
        "DELETE FROM paths WHERE user_id = ? AND event_id = ?", user.value(), id.value());
    session.update(
        "DELETE FROM drives WHERE user_id = ? AND event_id = ?", user.value(), id.value());
  }

  private static void putPath(Session session, UserId user, EventId id, Path path)
      throws SQLException {
    if (path.points().isEmpty()) {
      session.update(
          "DELETE FROM paths WHERE user_id = ? AND event_id = ?", user.value(), id.value());
      return;
    }
    session.update(
        """
        INSERT INTO paths (user_id, event_id, payload) VALUES (?, ?, ?)
        ON CONFLICT (user_id, event_id) DO UPDATE SET payload = excluded.payload
        """,
        user.value(),
        id.value(),
        PathCodec.encode(path));
  }

  private static int lastDay(Span when) {
    var end = when.end();
    return end == null ? NO_LAST_DAY : localDay(end, when.endOffset());
  }

  private static int localDay(Instant instant, ZoneOffset offset) {
    return (int) instant.atOffset(offset).toLocalDate().toEpochDay();
  }
}
