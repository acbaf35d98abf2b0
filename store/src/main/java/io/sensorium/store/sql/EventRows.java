package io.sensorium.store.sql;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.series.PathCodec;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.Session;
import io.sensorium.store.timeline.StoredEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Events as rows. */
final class EventRows {

  static final String SELECT =
      """
      SELECT event_id, kind, start_at, start_offset_seconds, end_at, end_offset_seconds, analysis,
        latitude_deg, longitude_deg, significance, mode, mode_probability_ratio, distance_meters,
        place_name
      FROM events WHERE user_id = ?
      """;

  static final String SELECT_STORED =
      """
      SELECT e.event_id, e.kind, e.start_at, e.start_offset_seconds, e.end_at,
        e.end_offset_seconds, e.analysis, e.latitude_deg, e.longitude_deg, e.significance, e.mode,
        e.mode_probability_ratio, e.distance_meters, e.place_name, e.closed_at, e.piece_start,
        e.piece_end, e.basis, p.payload
      FROM events e LEFT JOIN paths p ON p.user_id = e.user_id AND p.event_id = e.event_id
      WHERE e.user_id = ?
      """;

  private static final String PUT =
      """
      INSERT INTO events
        (user_id, event_id, kind, start_at, start_offset_seconds, end_at, end_offset_seconds,
         first_day, last_day, analysis, latitude_deg, longitude_deg, significance, mode,
         mode_probability_ratio, distance_meters, place_name, closed_at, piece_start, piece_end, basis)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (user_id, event_id) DO UPDATE SET
        kind = excluded.kind, start_at = excluded.start_at,
        start_offset_seconds = excluded.start_offset_seconds, end_at = excluded.end_at,
        end_offset_seconds = excluded.end_offset_seconds, first_day = excluded.first_day,
        last_day = excluded.last_day, analysis = excluded.analysis,
        latitude_deg = excluded.latitude_deg, longitude_deg = excluded.longitude_deg,
        significance = excluded.significance, mode = excluded.mode,
        mode_probability_ratio = excluded.mode_probability_ratio,
        distance_meters = excluded.distance_meters, place_name = excluded.place_name,
        closed_at = excluded.closed_at, piece_start = excluded.piece_start,
        piece_end = excluded.piece_end, basis = excluded.basis
      """;

  /** What changes of an event that goes on stands in no index: those are left as they are. */
  private static final String GO_ON =
      """
      UPDATE events SET
        start_offset_seconds = ?, end_at = ?, end_offset_seconds = ?, first_day = ?, analysis = ?,
        latitude_deg = ?, longitude_deg = ?, significance = ?, mode = ?,
        mode_probability_ratio = ?, distance_meters = ?, place_name = ?, piece_start = ?, basis = ?
      WHERE user_id = ? AND event_id = ? AND kind = ? AND start_at = ? AND last_day = ?
        AND closed_at = ? AND piece_end = ?
      """;

  private static final int STATIONARY = 0;
  static final int TRANSPORT = 1;
  private static final int NO_LAST_DAY = Integer.MAX_VALUE;

  private static final AnalysisType[] ANALYSES = AnalysisType.values();
  private static final Significance[] SIGNIFICANCES = Significance.values();
  private static final TransportMode[] MODES = TransportMode.values();

  private EventRows() {}

  static TimelineEvent read(ResultSet row) throws SQLException {
    var id = new EventId(row.getString(1));
    var when = readSpan(row);
    var analysis = ANALYSES[row.getInt(7)];
    if (row.getInt(2) == STATIONARY) {
      var center = new LatLon(row.getDouble(8), row.getDouble(9));
      return new Stationary(
          id, when, analysis, center, SIGNIFICANCES[row.getInt(10)], row.getString(14));
    }
    return new Transport(
        id, when, analysis, MODES[row.getInt(11)], row.getDouble(12), row.getLong(13));
  }

  static StoredEvent readStored(ResultSet row) throws SQLException {
    return new StoredEvent(
        read(row),
        row.getLong(15),
        row.getLong(16),
        row.getLong(17),
        row.getString(18),
        readPath(row.getBytes(19)));
  }

  static Path readPath(byte @Nullable [] payload) {
    try {
      return payload == null ? Path.EMPTY : PathCodec.decode(payload);
    } catch (DamagedBytesException e) {
      throw new StoreException("a path is damaged", false, e);
    }
  }

  static void put(Session session, UserId user, StoredEvent stored) throws SQLException {
    if (!goesOn(session, user, stored)) {
      insertOrReplace(session, user, stored);
    }
    if (stored.event() instanceof Transport) {
      putPath(session, user, stored.event().id(), stored.path());
    }
  }

  /** Writes over an event that is still open; false when it is not, or not yet, in the table. */
  private static boolean goesOn(Session session, UserId user, StoredEvent stored)
      throws SQLException {
    if (stored.closedAtMicros() != StoredEvent.OPEN) {
      return false;
    }
    var event = stored.event();
    var when = event.when();
    var end = when.end();
    var stay = event instanceof Stationary s ? s : null;
    var transport = event instanceof Transport t ? t : null;
    int updated =
        session.update(
            GO_ON,
            when.startOffset().getTotalSeconds(),
            end == null ? null : Micros.of(end),
            when.endOffset().getTotalSeconds(),
            localDay(when.start(), when.startOffset()),
            event.analysisType().ordinal(),
            stay == null ? null : stay.center().latitudeDeg(),
            stay == null ? null : stay.center().longitudeDeg(),
            stay == null ? null : stay.significance().ordinal(),
            transport == null ? null : transport.mode().ordinal(),
            transport == null ? null : transport.modeProbabilityRatio(),
            transport == null ? null : transport.distanceMeters(),
            stay == null ? null : stay.placeName(),
            stored.pieceStartMicros(),
            stored.basis(),
            user.value(),
            event.id().value(),
            stay != null ? STATIONARY : TRANSPORT,
            Micros.of(when.start()),
            lastDay(when),
            stored.closedAtMicros(),
            stored.pieceEndMicros());
    return updated == 1;
  }

  private static void insertOrReplace(Session session, UserId user, StoredEvent stored)
      throws SQLException {
    var event = stored.event();
    var when = event.when();
    var end = when.end();
    var stay = event instanceof Stationary s ? s : null;
    var transport = event instanceof Transport t ? t : null;
    session.update(
        PUT,
        user.value(),
        event.id().value(),
        stay != null ? STATIONARY : TRANSPORT,
        Micros.of(when.start()),
        when.startOffset().getTotalSeconds(),
        end == null ? null : Micros.of(end),
        when.endOffset().getTotalSeconds(),
        localDay(when.start(), when.startOffset()),
        lastDay(when),
        event.analysisType().ordinal(),
        stay == null ? null : stay.center().latitudeDeg(),
        stay == null ? null : stay.center().longitudeDeg(),
        stay == null ? null : stay.significance().ordinal(),
        transport == null ? null : transport.mode().ordinal(),
        transport == null ? null : transport.modeProbabilityRatio(),
        transport == null ? null : transport.distanceMeters(),
        stay == null ? null : stay.placeName(),
        stored.closedAtMicros(),
        stored.pieceStartMicros(),
        stored.pieceEndMicros(),
        stored.basis());
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

  private static Span readSpan(ResultSet row) throws SQLException {
    long end = row.getLong(5);
    Instant endAt = row.wasNull() ? null : Micros.toInstant(end);
    return new Span(
        Micros.toInstant(row.getLong(3)),
        ZoneOffset.ofTotalSeconds(row.getInt(4)),
        endAt,
        ZoneOffset.ofTotalSeconds(row.getInt(6)));
  }

  private static int lastDay(Span when) {
    var end = when.end();
    return end == null ? NO_LAST_DAY : localDay(end, when.endOffset());
  }

  private static int localDay(Instant instant, ZoneOffset offset) {
    return (int) instant.atOffset(offset).toLocalDate().toEpochDay();
  }
}
