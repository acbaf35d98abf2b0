package io.sensorium.store.sql.driving;

import io.sensorium.core.driving.CarBehavior;
import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.ScorePeriod;
import io.sensorium.core.id.UserId;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.series.ScoresCodec;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.RowPages;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.driving.DrivingSummaries;
import io.sensorium.store.driving.PeriodSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Scores over days and weeks, as rows. */
public final class SqlDrivingSummaries implements DrivingSummaries {

  private static final String PUT_CAR_BEHAVIOR =
      """
      INSERT INTO car_behavior (user_id, payload) VALUES (?, ?)
      ON CONFLICT (user_id) DO UPDATE SET payload = excluded.payload
      """;

  private static final String LAST_PERIOD =
      """
      SELECT payload FROM period_scores WHERE user_id = ? AND period = ?
      ORDER BY first_day DESC LIMIT 1
      """;

  private static final String PAGE =
      """
      SELECT payload, first_day FROM period_scores
      WHERE user_id = ? AND period = ? AND first_day > ? ORDER BY first_day LIMIT ?
      """;

  private static final String PUT_PERIOD =
      """
      INSERT INTO period_scores (user_id, period, first_day, payload) VALUES (?, ?, ?, ?)
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final Consumer<UserId> refuseErased;

  /**
   * Rows in these tables.
   *
   * @param refuseErased throws for a user who was erased; called in each transaction that stores
   */
  public SqlDrivingSummaries(SqlWriter writer, ReaderPool readers, Consumer<UserId> refuseErased) {
    this.writer = writer;
    this.readers = readers;
    this.refuseErased = refuseErased;
  }

  @Override
  public Optional<CarBehavior> findCarBehavior(UserId user) {
    return readers.read(
        session ->
            session.find(
                "SELECT payload FROM car_behavior WHERE user_id = ?",
                SqlDrivingSummaries::readCarBehavior,
                user.value()));
  }

  @Override
  public void putCarBehavior(UserId user, CarBehavior behavior) {
    var payload = ScoresCodec.encode(behavior);
    writer.writeDerived(
        session -> {
          refuseErased.accept(user);
          return session.update(PUT_CAR_BEHAVIOR, user.value(), payload);
        });
  }

  @Override
  public Optional<PeriodScores> findPeriod(UserId user, ScorePeriod period, LocalDate firstDay) {
    return readers.read(
        session ->
            session.find(
                "SELECT payload FROM period_scores WHERE user_id = ? AND period = ? AND first_day = ?",
                SqlDrivingSummaries::readPeriod,
                user.value(),
                period.ordinal(),
                storedDay(period, firstDay)));
  }

  @Override
  public Optional<PeriodScores> findLastPeriod(UserId user, ScorePeriod period) {
    return readers.read(
        session ->
            session.find(
                LAST_PERIOD, SqlDrivingSummaries::readPeriod, user.value(), period.ordinal()));
  }

  @Override
  public void readPeriods(UserId user, Consumer<PeriodSummary> receiver) {
    for (var period : ScorePeriod.values()) {
      RowPages.<PeriodSummary>forEach(
          last ->
              readers.read(
                  session ->
                      session.list(
                          PAGE,
                          row -> readSummary(period, row),
                          user.value(),
                          period.ordinal(),
                          last == null ? Integer.MIN_VALUE : last.firstDay().toEpochDay(),
                          RowPages.SIZE)),
          receiver);
    }
  }

  private static PeriodSummary readSummary(ScorePeriod period, ResultSet row) throws SQLException {
    return new PeriodSummary(period, LocalDate.ofEpochDay(row.getLong(2)), readPeriod(row));
  }

  @Override
  public void replacePeriods(UserId user, LocalDate since, List<PeriodSummary> summaries) {
    for (var summary : summaries) {
      if (summary.period() != ScorePeriod.ALL && summary.firstDay().isBefore(since)) {
        throw new IllegalArgumentException(summary.firstDay() + " is before " + since);
      }
    }
    writer.writeDerived(
        session -> {
          refuseErased.accept(user);
          session.update(
              "DELETE FROM period_scores WHERE user_id = ? AND (first_day >= ? OR period = ?)",
              user.value(),
              since.toEpochDay(),
              ScorePeriod.ALL.ordinal());
          for (var summary : summaries) {
            session.update(
                PUT_PERIOD,
                user.value(),
                summary.period().ordinal(),
                storedDay(summary.period(), summary.firstDay()),
                ScoresCodec.encode(summary.scores()));
          }
          return true;
        });
  }

  private static long storedDay(ScorePeriod period, LocalDate firstDay) {
    return period == ScorePeriod.ALL ? 0 : firstDay.toEpochDay();
  }

  private static CarBehavior readCarBehavior(ResultSet row) throws SQLException {
    try {
      return ScoresCodec.decodeCarBehavior(row.getBytes(1));
    } catch (DamagedBytesException e) {
      throw new StoreException("car behavior is damaged", false, e);
    }
  }

  private static PeriodScores readPeriod(ResultSet row) throws SQLException {
    try {
      return ScoresCodec.decodePeriodScores(row.getBytes(1));
    } catch (DamagedBytesException e) {
      throw new StoreException("scores of a period are damaged", false, e);
    }
  }
}
