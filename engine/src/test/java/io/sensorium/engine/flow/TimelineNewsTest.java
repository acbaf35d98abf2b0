package io.sensorium.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.correction.Claim;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.core.notification.TimelineNotification.Subject;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.correction.NewCorrection;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.outbox.NotificationQueue.Pending;
import io.sensorium.store.outbox.TimelineNotifications;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows what is told of somebody knows the timeline, and hears nothing twice. */
class TimelineNewsTest {

  private static final Instant SIX = Instant.parse("2026-03-02T06:00:00Z");
  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final LatLon SHOP = Geodesy.destination(HOME, 90, 6_000);
  private static final LatLon OFFICE = Geodesy.destination(SHOP, 90, 9_000);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final int BATCH = 30;

  @TempDir private Path directory;
  private final IdSource ids = new IdSource(new Random(3));
  private final UserId user = ids.newUserId();
  private final List<UserId> woken = new ArrayList<>();
  private final Map<EventId, TimelineEvent> followed = new HashMap<>();
  private Store store;
  private TimelineNotifications notifications;
  private MobilityFlow flow;
  private long position;
  private boolean wantsLocations = true;

  private final NewsListener listener =
      new NewsListener() {
        @Override
        public boolean wantsLocations(UserId user) {
          return wantsLocations;
        }

        @Override
        public void arrived(UserId user) {
          woken.add(user);
        }
      };

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    notifications = store.timelineOutbox().notifications();
    flow =
        new MobilityFlow(
            store.archive(),
            store.folds(),
            store.corrections(),
            BelgianTime.derivation(),
            ids,
            10,
            listener);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void followedLiveTheNewsGiveTheTimeline() {
    for (var batch : batches(day())) {
      send(batch);
      follow();
    }

    assertFollowed();
    assertThat(followed).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void followedInAnyOrderOfArrivalTheNewsGiveTheTimeline() {
    var batches = new ArrayList<>(batches(day()));
    var random = new Random(7);
    for (int i = 0; i < 40; i++) {
      batches.add(random.nextInt(batches.size()), batches.remove(random.nextInt(batches.size())));
    }
    boolean removed = false;

    for (var batch : batches) {
      send(batch);
      removed |= follow().stream().anyMatch(it -> it.subject() instanceof Subject.Removed);
    }

    assertFollowed();
    assertThat(removed).isTrue(); // else this proves nothing about ids that are replaced
  }

  @Test
  void whatComesAgainIsNoNews() {
    var day = Signals.ofFixes(FixTrack.of(day()));
    send(day);
    follow();
    woken.clear();

    send(day);
    flow.step(user, List.of(), 0);

    assertThat(follow()).isEmpty();
    assertThat(woken).isEmpty();
  }

  @Test
  void aStayThatGoesOnIsToldOnce() {
    var stay = batches(stay(new ArrayList<>(), HOME, Duration.ofHours(3)));
    int told = 0;

    for (var batch : stay) {
      send(batch);
      told += (int) follow().stream().filter(it -> it.type() != MessageType.LOCATION).count();
    }

    assertThat(told).isEqualTo(1);
    assertThat(woken).hasSize(stay.size());
  }

  @Test
  void noLocationIsKeptThatNobodyWants() {
    var batches = batches(day());
    wantsLocations = false;
    send(batches.get(0));
    var last = batches.get(0).fixes();
    assertThat(locations()).isEmpty();

    wantsLocations = true;
    send(batches.get(1));

    assertThat(locations())
        .singleElement()
        .extracting(Subject.Located::previous)
        .isEqualTo(last.sighting(last.size() - 1));
  }

  @Test
  void aLocationNamesTheOneBeforeAndALateOneIsNoNews() {
    var batches = batches(day());
    send(batches.get(0));
    send(batches.get(2));
    var first = locations().getLast();
    flowAnew();
    send(batches.get(1));
    send(batches.get(3));

    var told = locations();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().previous()).isEqualTo(first.last());
    assertThat(told.getFirst().last().time()).isEqualTo(SIX.plus(EVERY.multipliedBy(119)));
  }

  @Test
  void aCorrectionIsNews() {
    send(Signals.ofFixes(FixTrack.of(day())));
    follow();
    var trip =
        followed.values().stream()
            .filter(event -> event instanceof Transport)
            .findFirst()
            .orElseThrow();
    var when = trip.when();
    var claim = new Claim.Mode(TransportMode.TRAM);
    store
        .corrections()
        .add(user, new NewCorrection(ids.newCorrectionId(), SIX, when.start(), when.end(), claim));

    flow.step(user, List.of(), 0);

    assertThat(follow())
        .singleElement()
        .extracting(TimelineNotification::subject)
        .isEqualTo(new Subject.Changed(trip.id()));
  }

  /** As after a restart. */
  private void flowAnew() {
    flow =
        new MobilityFlow(
            store.archive(),
            store.folds(),
            store.corrections(),
            BelgianTime.derivation(),
            ids,
            10,
            listener);
  }

  private List<Subject.Located> locations() {
    return follow().stream()
        .map(TimelineNotification::subject)
        .filter(subject -> subject instanceof Subject.Located)
        .map(subject -> (Subject.Located) subject)
        .toList();
  }

  /** Reads what is new, as a stream does. */
  private List<TimelineNotification> follow() {
    var news = notifications.listAfter(user, position, Integer.MAX_VALUE);
    for (var one : news) {
      position = one.position();
      switch (one.notification().subject()) {
        case Subject.Changed(var id) -> followed.put(id, event(id));
        case Subject.Removed(var id, _) -> followed.remove(id);
        case Subject.Located _, Subject.MomentChanged _, Subject.MomentRemoved _ -> {}
      }
    }
    return news.stream().map(Pending::notification).toList();
  }

  private TimelineEvent event(EventId id) {
    var event = timeline().get(id);
    assertThat(event).as("the event that was told").isNotNull();
    return event;
  }

  private Map<EventId, TimelineEvent> timeline() {
    var events = new HashMap<EventId, TimelineEvent>();
    store.folds().listEventsOverlapping(user, Long.MIN_VALUE, Long.MAX_VALUE).stream()
        .map(StoredEvent::event)
        .forEach(event -> events.put(event.id(), event));
    return events;
  }

  /** What grows while an event goes on is not followed. */
  private void assertFollowed() {
    var timeline = timeline();
    assertThat(followed.keySet()).isEqualTo(timeline.keySet());
    for (var known : followed.values()) {
      var event = event(known.id());
      assertThat(known.when().start()).isEqualTo(event.when().start());
      assertThat(known.when().end()).isEqualTo(event.when().end());
      assertThat(known.analysisType()).isEqualTo(event.analysisType());
      if (event.when().end() != null) {
        assertThat(shown(known)).isEqualTo(shown(event));
      }
    }
  }

  private static List<Object> shown(TimelineEvent event) {
    return switch (event) {
      case Stationary stay -> List.of(stay.center(), stay.significance());
      case Transport transport -> List.of(transport.mode(), transport.distanceMeters());
    };
  }

  private void send(Signals signals) {
    var key = "batch-" + ids.hex(4);
    store.inbox().append(new NewEntry(user, ids.newInstallId(), key, SIX, signals, "{}"));
    flow.step(user, store.inbox().listEntries(user, Integer.MAX_VALUE), 0);
  }

  private static List<Signals> batches(List<GpsFix> fixes) {
    var batches = new ArrayList<Signals>();
    for (int from = 0; from < fixes.size(); from += BATCH) {
      var batch = fixes.subList(from, Math.min(from + BATCH, fixes.size()));
      batches.add(Signals.ofFixes(FixTrack.of(batch)));
    }
    return batches;
  }

  /** Two hours at home, a drive, 40 minutes at a shop, a drive, three hours at the office. */
  private static List<GpsFix> day() {
    var fixes = new ArrayList<GpsFix>();
    stay(fixes, HOME, Duration.ofHours(2));
    drive(fixes, HOME, SHOP);
    stay(fixes, SHOP, Duration.ofMinutes(40));
    drive(fixes, SHOP, OFFICE);
    return stay(fixes, OFFICE, Duration.ofHours(3));
  }

  private static List<GpsFix> stay(List<GpsFix> fixes, LatLon at, Duration duration) {
    for (int i = 0; i < duration.dividedBy(EVERY); i++) {
      fixes.add(GpsFix.at(next(fixes), Geodesy.destination(at, (i * 137) % 360, i % 9), 10));
    }
    return fixes;
  }

  private static void drive(List<GpsFix> fixes, LatLon from, LatLon to) {
    double meters = from.distanceMetersTo(to);
    for (double gone = 0; gone < meters; gone += 12 * EVERY.toSeconds()) {
      fixes.add(GpsFix.at(next(fixes), Geodesy.destination(from, 90, gone), 8));
    }
  }

  private static Instant next(List<GpsFix> fixes) {
    return fixes.isEmpty() ? SIX : fixes.getLast().time().plus(EVERY);
  }
}
