package io.sensorium.store.sql.habit;

import io.sensorium.core.habit.Anomaly;
import io.sensorium.core.habit.LocationCluster;
import io.sensorium.core.habit.Moment;
import io.sensorium.core.habit.Segment;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.RowPages;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.habit.Habits;
import io.sensorium.store.sql.outbox.TimelineNotificationRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Habits as rows. */
public final class SqlHabits implements Habits {

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final Consumer<UserId> refuseErased;

  /**
   * Rows in these tables.
   *
   * @param refuseErased throws for a user who was erased; called in each transaction that stores
   */
  public SqlHabits(SqlWriter writer, ReaderPool readers, Consumer<UserId> refuseErased) {
    this.writer = writer;
    this.readers = readers;
    this.refuseErased = refuseErased;
  }

  @Override
  public List<Segment> listSegments(UserId user) {
    return readers.read(
        session ->
            session.list(
                """
                SELECT definition_id, explanation FROM segments WHERE user_id = ?
                ORDER BY definition_id
                """,
                row -> new Segment(row.getString(1), row.getString(2)),
                user.value()));
  }

  @Override
  public void replaceSegments(UserId user, List<Segment> segments) {
    writer.writeDerived(
        session -> {
          refuseErased.accept(user);
          session.update("DELETE FROM segments WHERE user_id = ?", user.value());
          for (var segment : segments) {
            session.update(
                "INSERT INTO segments (user_id, definition_id, explanation) VALUES (?, ?, ?)",
                user.value(),
                segment.definitionId(),
                segment.explanation());
          }
          return true;
        });
  }

  @Override
  public List<LocationCluster> listClusters(UserId user) {
    return readers.read(
        session -> session.list(ClusterRows.SELECT, ClusterRows::read, user.value()));
  }

  @Override
  public void replaceClusters(UserId user, List<LocationCluster> clusters) {
    writer.writeDerived(
        session -> {
          refuseErased.accept(user);
          session.update("DELETE FROM location_clusters WHERE user_id = ?", user.value());
          for (int number = 0; number < clusters.size(); number++) {
            ClusterRows.insert(session, user, number, clusters.get(number));
          }
          return true;
        });
  }

  @Override
  public List<Moment> listMoments(UserId user, LocalDays days) {
    return readers.read(
        session ->
            session.list(
                MomentRows.ON_DAYS,
                MomentRows::read,
                user.value(),
                days.from().toEpochDay(),
                days.to().toEpochDay()));
  }

  @Override
  public Optional<Moment> findMoment(UserId user, String definitionId, Instant start) {
    return readers.read(
        session ->
            session.find(
                MomentRows.BY_NAME,
                MomentRows::read,
                user.value(),
                Micros.of(start),
                definitionId));
  }

  @Override
  public void readMoments(UserId user, Consumer<Moment> receiver) {
    RowPages.<Moment>forEach(
        last ->
            readers.read(
                session ->
                    session.list(
                        MomentRows.PAGE,
                        MomentRows::read,
                        user.value(),
                        last == null ? Long.MIN_VALUE : Micros.of(last.when().start()),
                        last == null ? "" : last.definitionId(),
                        RowPages.SIZE)),
        receiver);
  }

  @Override
  public List<Moment> listActiveMoments(UserId user) {
    return readers.read(
        session ->
            session.list(
                MomentRows.ACTIVE, MomentRows::read, user.value(), MomentRows.NO_LAST_DAY));
  }

  @Override
  public void replaceMoments(UserId user, Instant since, List<Moment> moments) {
    for (var moment : moments) {
      requireNotBefore(since, moment.when().start());
    }
    writer.writeDerived(
        session -> {
          refuseErased.accept(user);
          var before =
              session.list(MomentRows.SINCE, MomentRows::read, user.value(), Micros.of(since));
          session.update(
              "DELETE FROM moments WHERE user_id = ? AND start_at >= ?",
              user.value(),
              Micros.of(since));
          for (var moment : moments) {
            MomentRows.insert(session, user, moment);
          }
          long change = TimelineNotificationRows.lastPosition(session) + 1;
          TimelineNotificationRows.add(session, MomentNews.of(user, before, moments, change));
          return true;
        });
  }

  @Override
  public List<Anomaly> listAnomalies(UserId user, LocalDays days) {
    return readers.read(
        session ->
            session.list(
                AnomalyRows.ON_DAYS,
                AnomalyRows::read,
                user.value(),
                days.from().toEpochDay(),
                days.to().toEpochDay()));
  }

  private record NumberedAnomaly(int number, Anomaly anomaly) {}

  @Override
  public void readAnomalies(UserId user, Consumer<Anomaly> receiver) {
    RowPages.<NumberedAnomaly>forEach(
        last ->
            readers.read(
                session ->
                    session.list(
                        AnomalyRows.PAGE,
                        row -> new NumberedAnomaly(row.getInt("number"), AnomalyRows.read(row)),
                        user.value(),
                        last == null ? Long.MIN_VALUE : Micros.of(last.anomaly().start()),
                        last == null ? 0 : last.number(),
                        RowPages.SIZE)),
        one -> receiver.accept(one.anomaly()));
  }

  @Override
  public void replaceAnomalies(UserId user, Instant since, List<Anomaly> anomalies) {
    for (var anomaly : anomalies) {
      requireNotBefore(since, anomaly.start());
    }
    writer.writeDerived(
        session -> {
          refuseErased.accept(user);
          session.update(
              "DELETE FROM anomalies WHERE user_id = ? AND start_at >= ?",
              user.value(),
              Micros.of(since));
          for (int number = 0; number < anomalies.size(); number++) {
            AnomalyRows.insert(session, user, number, anomalies.get(number));
          }
          return true;
        });
  }

  private static void requireNotBefore(Instant since, Instant start) {
    if (start.isBefore(since)) {
      throw new IllegalArgumentException(start + " is before " + since);
    }
  }
}
