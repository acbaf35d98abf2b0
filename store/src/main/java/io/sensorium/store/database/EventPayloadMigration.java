package io.sensorium.store.database;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.series.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Puts what the columns of events told into their payloads. */
final class EventPayloadMigration implements JavaMigration {

  private static final String PAGE =
      """
      SELECT user_id, event_id, kind, start_at, start_offset_seconds, end_at, end_offset_seconds,
        analysis, latitude_deg, longitude_deg, significance, mode, mode_probability_ratio,
        distance_meters, place_name
      FROM events WHERE (user_id, start_at, event_id) > (?, ?, ?)
      ORDER BY user_id, start_at, event_id LIMIT ?
      """;

  private static final String FILL =
      "UPDATE events SET payload = ? WHERE user_id = ? AND start_at = ? AND event_id = ?";

  private static final int STATIONARY = 0;

  private record Row(String user, TimelineEvent event) {}

  @Override
  public void migrate(Context context) throws SQLException {
    var session = new Session(context.getConnection()); // Flyway closes the connection
    Row last = null;
    List<Row> rows;
    do {
      rows = page(session, last);
      for (var row : rows) {
        fill(session, row);
        last = row;
      }
    } while (rows.size() == RowPages.SIZE);
  }

  private static List<Row> page(Session session, @Nullable Row last) throws SQLException {
    return session.list(
        PAGE,
        EventPayloadMigration::read,
        last == null ? "" : last.user(),
        last == null ? Long.MIN_VALUE : Micros.of(last.event().when().start()),
        last == null ? "" : last.event().id().value(),
        RowPages.SIZE);
  }

  private static void fill(Session session, Row row) throws SQLException {
    session.update(
        FILL,
        EventCodec.encode(row.event()),
        row.user(),
        Micros.of(row.event().when().start()),
        row.event().id().value());
  }

  private static Row read(ResultSet row) throws SQLException {
    var id = new EventId(row.getString(2));
    var when = readSpan(row);
    var analysis = AnalysisType.values()[row.getInt(8)];
    return new Row(
        row.getString(1),
        row.getInt(3) == STATIONARY
            ? new Stationary(
                id,
                when,
                analysis,
                new LatLon(row.getDouble(9), row.getDouble(10)),
                Significance.values()[row.getInt(11)],
                row.getString(15))
            : new Transport(
                id,
                when,
                analysis,
                TransportMode.values()[row.getInt(12)],
                row.getDouble(13),
                row.getLong(14)));
  }

  private static Span readSpan(ResultSet row) throws SQLException {
    long end = row.getLong(6);
    Instant endAt = row.wasNull() ? null : Micros.toInstant(end);
    return new Span(
        Micros.toInstant(row.getLong(4)),
        ZoneOffset.ofTotalSeconds(row.getInt(5)),
        endAt,
        ZoneOffset.ofTotalSeconds(row.getInt(7)));
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("11");
  }

  @Override
  public String getDescription() {
    return "fill event payloads";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
