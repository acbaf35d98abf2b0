package io.sensorium.store.sql;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.RowPages;
import io.sensorium.store.database.Session;
import io.sensorium.store.timeline.Retirement;
import io.sensorium.store.timeline.StoredEvent;
import io.sensorium.store.timeline.Timelines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Timelines as a table of events and one of paths. */
final class SqlTimelines implements Timelines {

  /**
   * Events do not overlap, so that of those which start before the days only the last can reach
   * into them: what is read does not grow with the history before or behind.
   */
  private static final String ON_DAYS =
      EventRows.SELECT
          + """
          AND start_at >= coalesce(
            (SELECT max(start_at) FROM events WHERE user_id = ? AND start_at < ?), ?)
          AND start_at < ? AND last_day >= ? AND first_day <= ?
          ORDER BY start_at, event_id
          """;

  private static final String BY_ID = EventRows.SELECT + "AND event_id = ?";
  private static final String BY_START =
      EventRows.SELECT + "AND start_at = ? ORDER BY event_id LIMIT 1";

  private static final String SUCCESSOR =
      """
      SELECT successor_id FROM retired_events
      WHERE user_id = ? AND event_id = ? AND successor_id IS NOT NULL
      """;

  /** Ways are long. */
  private static final int EVENTS_AT_ONCE = 50;

  private static final String PAGE =
      EventRows.SELECT_STORED
          + "AND (e.start_at, e.event_id) > (?, ?) ORDER BY e.start_at, e.event_id LIMIT ?";

  private static final String RETIREMENTS =
      """
      SELECT event_id, successor_id FROM retired_events
      WHERE user_id = ? AND event_id > ? ORDER BY event_id LIMIT ?
      """;

  private static final int MAX_SUCCESSIONS = 64;

  private final ReaderPool readers;

  SqlTimelines(ReaderPool readers) {
    this.readers = readers;
  }

  @Override
  public List<TimelineEvent> listEvents(UserId user, LocalDays days) {
    return readers.read(
        session ->
            session.list(
                ON_DAYS,
                EventRows::read,
                user.value(),
                user.value(),
                days.earliestMicros(),
                days.earliestMicros(),
                days.endMicros(),
                days.from().toEpochDay(),
                days.to().toEpochDay()));
  }

  @Override
  public Optional<TimelineEvent> findEvent(UserId user, EventId event) {
    return readers.read(session -> findEvent(session, user, event));
  }

  @Override
  public Optional<TimelineEvent> findEventByStart(UserId user, Instant start) {
    return readers.read(
        session -> session.find(BY_START, EventRows::read, user.value(), Micros.of(start)));
  }

  @Override
  public void readEvents(UserId user, Consumer<StoredEvent> receiver) {
    RowPages.<StoredEvent>forEach(
        last ->
            readers.read(
                session ->
                    session.list(
                        PAGE,
                        EventRows::readStored,
                        user.value(),
                        last == null ? Long.MIN_VALUE : Micros.of(last.event().when().start()),
                        last == null ? "" : last.event().id().value(),
                        EVENTS_AT_ONCE)),
        receiver);
  }

  @Override
  public void readRetirements(UserId user, Consumer<Retirement> receiver) {
    RowPages.<Retirement>forEach(
        last ->
            readers.read(
                session ->
                    session.list(
                        RETIREMENTS,
                        SqlTimelines::readRetirement,
                        user.value(),
                        last == null ? "" : last.id().value(),
                        RowPages.SIZE)),
        receiver);
  }

  private static Retirement readRetirement(ResultSet row) throws SQLException {
    var successor = row.getString(2);
    return new Retirement(
        new EventId(row.getString(1)), successor == null ? null : new EventId(successor));
  }

  @Override
  public Optional<Path> findPath(UserId user, EventId event) {
    return readers.read(
        session -> {
          var own = findPath(session, user, event); // an event that was replaced has none
          if (own.isPresent()) {
            return own;
          }
          var found = findEvent(session, user, event);
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(findPath(session, user, found.get().id()).orElse(Path.EMPTY));
        });
  }

  private static Optional<Path> findPath(Session session, UserId user, EventId event)
      throws SQLException {
    return session.find(
        "SELECT payload FROM paths WHERE user_id = ? AND event_id = ?",
        row -> EventRows.readPath(row.getBytes(1)),
        user.value(),
        event.value());
  }

  private static Optional<TimelineEvent> findEvent(Session session, UserId user, EventId event)
      throws SQLException {
    var id = event.value();
    for (int i = 0; i < MAX_SUCCESSIONS; i++) {
      var found = session.find(BY_ID, EventRows::read, user.value(), id);
      if (found.isPresent()) {
        return found;
      }
      var successor = session.find(SUCCESSOR, row -> row.getString(1), user.value(), id);
      if (successor.isEmpty()) {
        return Optional.empty();
      }
      id = successor.get();
    }
    return Optional.empty();
  }
}
