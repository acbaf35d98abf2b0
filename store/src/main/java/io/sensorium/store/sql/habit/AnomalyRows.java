package io.sensorium.store.sql.habit;

import io.sensorium.core.habit.Anomaly;
import io.sensorium.core.habit.AnomalyKind;
import io.sensorium.core.habit.AnomalyPeriod;
import io.sensorium.core.habit.DayPart;
import io.sensorium.core.habit.ModeCategory;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Anomalies as rows. */
final class AnomalyRows {

  private static final String SELECT =
      """
      SELECT start_at, end_at, kind, sigma, probability_ratio, observed, expected, period,
        day_part, place_category, significance, mode, mode_category, moment_definition_id, number
      FROM anomalies WHERE user_id = ?
      """;

  static final String ON_DAYS =
      SELECT + "AND last_day >= ? AND first_day <= ? ORDER BY start_at, number";
  static final String PAGE =
      SELECT + "AND (start_at, number) > (?, ?) ORDER BY start_at, number LIMIT ?";

  private static final String INSERT =
      """
      INSERT INTO anomalies
        (user_id, start_at, number, end_at, first_day, last_day, kind, sigma, probability_ratio,
         observed, expected, period, day_part, place_category, significance, mode, mode_category,
         moment_definition_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final AnomalyKind[] KINDS = AnomalyKind.values();
  private static final AnomalyPeriod[] PERIODS = AnomalyPeriod.values();
  private static final DayPart[] DAY_PARTS = DayPart.values();
  private static final Significance[] SIGNIFICANCES = Significance.values();
  private static final TransportMode[] MODES = TransportMode.values();
  private static final ModeCategory[] CATEGORIES = ModeCategory.values();

  private AnomalyRows() {}

  static Anomaly read(ResultSet row) throws SQLException {
    double sigma = row.getDouble(4);
    boolean hasSigma = !row.wasNull();
    long observed = row.getLong(6);
    boolean isObserved = !row.wasNull();
    return new Anomaly(
        Micros.toInstant(row.getLong(1)),
        Micros.toInstant(row.getLong(2)),
        KINDS[row.getInt(3)],
        hasSigma ? sigma : null,
        row.getDouble(5),
        isObserved ? observed : null,
        row.getLong(7),
        oneOf(PERIODS, row, 8),
        oneOf(DAY_PARTS, row, 9),
        new Anomaly.Subject(
            row.getString(10),
            oneOf(SIGNIFICANCES, row, 11),
            oneOf(MODES, row, 12),
            oneOf(CATEGORIES, row, 13),
            row.getString(14)));
  }

  static void insert(Session session, UserId user, int number, Anomaly anomaly)
      throws SQLException {
    long start = Micros.of(anomaly.start());
    long end = Micros.of(anomaly.end());
    var subject = anomaly.subject();
    session.update(
        INSERT,
        user.value(),
        start,
        number,
        end,
        Micros.utcDay(start),
        Micros.utcDay(end),
        anomaly.kind().ordinal(),
        anomaly.sigma(),
        anomaly.probabilityRatio(),
        anomaly.observed(),
        anomaly.expected(),
        code(anomaly.period()),
        code(anomaly.dayPart()),
        subject.placeCategory(),
        code(subject.significance()),
        code(subject.mode()),
        code(subject.modeCategory()),
        subject.momentDefinitionId());
  }

  private static @Nullable Integer code(@Nullable Enum<?> value) {
    return value == null ? null : value.ordinal();
  }

  private static <T> @Nullable T oneOf(T[] values, ResultSet row, int column) throws SQLException {
    int code = row.getInt(column);
    return row.wasNull() ? null : values[code];
  }
}
