package io.sensorium.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.UserId;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.store.Samples;
import io.sensorium.store.sql.PostgresFixture;
import io.sensorium.store.sql.SqliteFixture;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.Stories;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Events that were stored with a column for everything. */
class EventPayloadMigrationTest {

  private static final String VERSION_BEFORE = "9";
  private static final String INSERT =
      """
      INSERT INTO events
        (user_id, event_id, kind, start_at, start_offset_seconds, end_at, end_offset_seconds,
         first_day, last_day, analysis, latitude_deg, longitude_deg, significance, mode,
         mode_probability_ratio, distance_meters, place_name, closed_at, piece_start, piece_end, basis)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Samples samples = new Samples(4);
  private final List<UserId> users = List.of(samples.user(), samples.user());

  /** More than a page of rows, of two people, the last of which goes on. */
  private List<TimelineEvent> events() {
    var day = LocalDate.parse("2026-01-01");
    var events = new ArrayList<TimelineEvent>();
    while (events.size() <= RowPages.SIZE) {
      events.add(Stories.stay(samples.stayId(), day + "T08:00:00Z", day + "T09:00:00Z").event());
      events.add(Stories.trip(samples.tripId(), day + "T09:00:00Z", day + "T09:10:00Z").event());
      day = day.plusDays(1);
    }
    events.add(Stories.stay(samples.stayId(), day + "T08:00:00Z", null).event());
    return events;
  }

  private static void insert(Session session, UserId user, TimelineEvent event)
      throws SQLException {
    var when = event.when();
    var end = when.end();
    var stay = event instanceof Stationary s ? s : null;
    var transport = event instanceof Transport t ? t : null;
    long start = Micros.of(when.start());
    session.update(
        INSERT,
        user.value(),
        event.id().value(),
        stay != null ? 0 : 1,
        start,
        when.startOffset().getTotalSeconds(),
        end == null ? null : Micros.of(end),
        when.endOffset().getTotalSeconds(),
        when.start().atOffset(when.startOffset()).toLocalDate().toEpochDay(),
        end == null ? Integer.MAX_VALUE : end.atOffset(when.endOffset()).toLocalDate().toEpochDay(),
        event.analysisType().ordinal(),
        stay == null ? null : stay.center().latitudeDeg(),
        stay == null ? null : stay.center().longitudeDeg(),
        stay == null ? null : stay.significance().ordinal(),
        transport == null ? null : transport.mode().ordinal(),
        transport == null ? null : transport.modeProbabilityRatio(),
        transport == null ? null : transport.distanceMeters(),
        stay == null ? null : stay.placeName(),
        end == null ? Long.MAX_VALUE : Micros.of(end) + 5,
        start,
        end == null ? start + 1 : Micros.of(end),
        "basis");
  }

  private List<TimelineEvent> fill(FluentConfiguration flyway, Database database)
      throws SQLException {
    flyway.target(VERSION_BEFORE).load().migrate();
    var events = events();
    try (var session = database.openWriter()) {
      database.begin(session, true);
      for (var user : users) {
        for (var event : events) {
          insert(session, user, event);
        }
      }
      database.commit(session);
    }
    return events;
  }

  private void assertHolds(Store store, List<TimelineEvent> events) {
    var days = new LocalDays(LocalDate.parse("2026-01-01"), LocalDate.parse("2036-01-01"));
    for (var user : users) {
      assertThat(store.timelines().listEvents(user, days)).isEqualTo(events);
    }
  }

  @Test
  void eventsInSqliteAreTheSameAsBefore() throws SQLException {
    try (var fixture = new SqliteFixture()) {
      var file = fixture.directory().resolve("mobility.db");
      var database = new SqliteDatabase(file, Schemas.MOBILITY);
      var events = fill(database.flyway(), database);
      try (var store = fixture.open()) {
        assertHolds(store, events);
      }
    }
  }

  @Test
  void eventsInPostgresAreTheSameAsBefore() throws SQLException {
    try (var fixture = new PostgresFixture()) {
      var database = new PostgresDatabase(fixture.url(), Schemas.MOBILITY);
      var events = fill(database.flyway(), database);
      try (var store = fixture.open()) {
        assertHolds(store, events);
      }
    }
  }
}
