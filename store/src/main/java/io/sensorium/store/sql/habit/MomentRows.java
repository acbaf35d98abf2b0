package io.sensorium.store.sql.habit;

import io.sensorium.core.habit.Moment;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as rows; what kind one is follows from its definition. */
final class MomentRows {

  static final int NO_LAST_DAY = Integer.MAX_VALUE;

  private static final String SELECT =
      """
      SELECT definition_id, start_at, start_offset_seconds, end_at, end_offset_seconds, analysis,
        name
      FROM moments WHERE user_id = ?
      """;

  private static final String ORDER =
      """
      ORDER BY start_at,
        CASE definition_id WHEN 'country' THEN 0 WHEN 'city_name' THEN 1 ELSE 2 END,
        definition_id
      """;

  static final String ON_DAYS = SELECT + "AND last_day >= ? AND first_day <= ? " + ORDER;
  static final String PAGE =
      SELECT + "AND (start_at, definition_id) > (?, ?) ORDER BY start_at, definition_id LIMIT ?";
  static final String SINCE = SELECT + "AND start_at >= ? ORDER BY start_at, definition_id";
  static final String BY_NAME = SELECT + "AND start_at = ? AND definition_id = ?";
  static final String ACTIVE = SELECT + "AND last_day = ? " + ORDER;

  private static final String INSERT =
      """
      INSERT INTO moments
        (user_id, start_at, definition_id, start_offset_seconds, end_at, end_offset_seconds,
         first_day, last_day, analysis, name)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final AnalysisType[] ANALYSES = AnalysisType.values();

  private MomentRows() {}

  static Moment read(ResultSet row) throws SQLException {
    var definition = row.getString(1);
    var when = readSpan(row);
    var analysis = ANALYSES[row.getInt(6)];
    return switch (definition) {
      case Moment.CITY_NAME -> new Moment.City(when, analysis, row.getString(7));
      case Moment.COUNTRY -> new Moment.Country(when, analysis, row.getString(7));
      default -> new Moment.Generic(when, analysis, definition);
    };
  }

  static void insert(Session session, UserId user, Moment moment) throws SQLException {
    var when = moment.when();
    var end = when.end();
    session.update(
        INSERT,
        user.value(),
        Micros.of(when.start()),
        moment.definitionId(),
        when.startOffset().getTotalSeconds(),
        end == null ? null : Micros.of(end),
        when.endOffset().getTotalSeconds(),
        localDay(when.start(), when.startOffset()),
        end == null ? NO_LAST_DAY : localDay(end, when.endOffset()),
        moment.analysisType().ordinal(),
        name(moment));
  }

  private static @Nullable String name(Moment moment) {
    return switch (moment) {
      case Moment.Generic _ -> null;
      case Moment.City city -> city.cityName();
      case Moment.Country country -> country.countryName();
    };
  }

  private static Span readSpan(ResultSet row) throws SQLException {
    long end = row.getLong(4);
    Instant endAt = row.wasNull() ? null : Micros.toInstant(end);
    return new Span(
        Micros.toInstant(row.getLong(2)),
        ZoneOffset.ofTotalSeconds(row.getInt(3)),
        endAt,
        ZoneOffset.ofTotalSeconds(row.getInt(5)));
  }

  private static int localDay(Instant instant, ZoneOffset offset) {
    return (int) instant.atOffset(offset).toLocalDate().toEpochDay();
  }
}
