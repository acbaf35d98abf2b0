package io.sensorium.store.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sensorium.core.id.UserId;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of timelines does. */
public abstract class TimelinesContract {

  private final Samples samples = new Samples(3);
  private final UserId user = samples.user();
  private StoreFixture fixture;
  private Store store;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private List<TimelineEvent> list(String from, String to) {
    return store
        .timelines()
        .listEvents(user, new LocalDays(LocalDate.parse(from), LocalDate.parse(to)));
  }

  @Test
  void aDayShowsWhatStartsGoesOnOrEndsOnItByLocalDates() {
    // 23:30 in UTC is half past midnight of the next day there.
    var night = Stories.stay(samples.stayId(), "2026-03-01T20:00:00Z", "2026-03-02T06:00:00Z");
    var ride = Stories.trip(samples.tripId(), "2026-03-02T23:30:00Z", "2026-03-03T00:10:00Z");
    store.folds().commit(Stories.put(user, ride, night));

    assertThat(list("2026-02-28", "2026-02-28")).isEmpty();
    assertThat(list("2026-03-01", "2026-03-01")).containsExactly(night.event());
    assertThat(list("2026-03-02", "2026-03-02")).containsExactly(night.event());
    assertThat(list("2026-03-03", "2026-03-03")).containsExactly(ride.event());
    assertThat(list("2026-03-01", "2026-03-09")).containsExactly(night.event(), ride.event());
    assertThat(list("2026-03-04", "2026-03-09")).isEmpty();
  }

  @Test
  void anOpenEventShowsEveryDaySinceItsStart() {
    var open = Stories.stay(samples.stayId(), "2026-03-01T20:00:00Z", null);
    store.folds().commit(Stories.put(user, open));

    assertThat(list("2027-01-01", "2027-01-01")).containsExactly(open.event());
    assertThat(list("2026-02-01", "2026-02-28")).isEmpty();
  }

  @Test
  void aLongEventShowsItsDaysWhateverCameBeforeAndAfter() {
    var before = Stories.trip(samples.tripId(), "2026-03-01T08:00:00Z", "2026-03-01T08:10:00Z");
    var journey = Stories.stay(samples.stayId(), "2026-03-01T09:00:00Z", "2026-03-20T06:00:00Z");
    var after = Stories.trip(samples.tripId(), "2026-03-20T06:00:00Z", "2026-03-20T06:10:00Z");
    store.folds().commit(Stories.put(user, before, journey, after));

    assertThat(list("2026-03-10", "2026-03-11")).containsExactly(journey.event());
    assertThat(list("2026-03-20", "2026-03-20")).containsExactly(journey.event(), after.event());
    assertThat(list("0001-01-01", "9999-12-31"))
        .containsExactly(before.event(), journey.event(), after.event());
  }

  @Test
  void anEventIsFoundByIdAndByStartAmongItsUsersEventsOnly() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    store.folds().commit(Stories.put(user, ride));
    var timelines = store.timelines();
    var id = ride.event().id();

    assertThat(timelines.findEvent(user, id)).contains(ride.event());
    assertThat(timelines.findEvent(samples.user(), id)).isEmpty();
    assertThat(timelines.findEvent(user, samples.tripId())).isEmpty();
    assertThat(timelines.findEventByStart(user, Instant.parse("2026-03-02T08:00:00Z")))
        .contains(ride.event());
    assertThat(timelines.findEventByStart(user, Instant.parse("2026-03-02T08:00:01Z"))).isEmpty();
  }

  @Test
  void aRetiredIdLeadsToTheEventThatTookItsPlace() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    var oldest = samples.tripId();
    var older = samples.stayId();
    var vanished = samples.stayId();
    store
        .folds()
        .commit(
            new Revision(
                user,
                List.of(),
                null,
                Stories.head(1),
                Stories.noSnapshots(),
                List.of(),
                List.of(ride),
                List.of(
                    new Retirement(oldest, older),
                    new Retirement(older, ride.event().id()),
                    new Retirement(vanished, null))));

    assertThat(store.timelines().findEvent(user, oldest)).contains(ride.event());
    assertThat(store.timelines().findPath(user, oldest)).contains(Stories.path());
    assertThat(store.timelines().findEvent(user, vanished)).isEmpty();
    var retired = new ArrayList<Retirement>();
    store.timelines().readRetirements(user, retired::add);
    assertThat(retired)
        .containsExactlyInAnyOrder(
            new Retirement(oldest, older),
            new Retirement(older, ride.event().id()),
            new Retirement(vanished, null));
  }

  @Test
  void allEventsAreReadWithTheirWays() {
    var events = new ArrayList<StoredEvent>();
    for (int i = 0; i < 120; i++) {
      var start = Instant.parse("2026-03-02T08:00:00Z").plusSeconds(600L * i);
      var end = start.plusSeconds(600).toString();
      events.add(Stories.trip(samples.tripId(), start.toString(), end));
    }
    events.add(Stories.stay(samples.stayId(), events.getLast().event().when().end() + "", null));
    store.folds().commit(Stories.put(user, events.toArray(StoredEvent[]::new)));

    var read = new ArrayList<StoredEvent>();
    store.timelines().readEvents(user, read::add);
    store.timelines().readEvents(samples.user(), _ -> fail("of nobody"));

    assertThat(read).isEqualTo(events);
  }

  @Test
  void aTransportHasAPathAndAStayAnEmptyOne() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    var stay = Stories.stay(samples.stayId(), "2026-03-02T08:10:00Z", null);
    store.folds().commit(Stories.put(user, ride, stay));
    var timelines = store.timelines();

    assertThat(timelines.findPath(user, ride.event().id())).contains(Stories.path());
    assertThat(timelines.findPath(user, stay.event().id())).contains(Path.EMPTY);
    assertThat(timelines.findPath(user, samples.stayId())).isEmpty();
  }
}
