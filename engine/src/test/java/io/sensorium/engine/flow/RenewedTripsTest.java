package io.sensorium.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.correction.NewCorrection;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.StoredEvent;
import io.sensorium.store.timeline.TripSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days of somebody before there was a map, told again by one. */
class RenewedTripsTest {

  private static final Instant NOW = Instant.parse("2026-03-09T00:00:00Z");

  @TempDir private Path directory;
  private final IdSource ids = new IdSource(new Random(5));
  private final UserId user = ids.newUserId();
  private final NamedRoads roads = new NamedRoads();
  private Store store;
  private MobilityFlow flow;

  @BeforeEach
  void threeDaysWithoutAMap() {
    store = Store.openSqlite(directory);
    flow = newFlow();
    var days = Days.of(11, 3, Duration.ofSeconds(30));
    store.inbox().append(new NewEntry(user, ids.newInstallId(), "days", NOW, days, "{}"));
    flow.step(user, store.inbox().listEntries(user, Integer.MAX_VALUE), 0);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private MobilityFlow newFlow() {
    return new MobilityFlow(
        store.archive(), store.folds(), store.corrections(), derivation(), ids, 10);
  }

  private Derivation derivation() {
    return new Derivation(
        new LegAnalysis(ShippedModes.load()), new BelgianTime(), roads, () -> Surroundings.UNKNOWN);
  }

  private void renewAll() {
    flow.listOutdatedTrips(user).forEach(trip -> flow.renew(user, trip, 0));
  }

  private List<StoredEvent> stored() {
    return store.folds().listEventsOverlapping(user, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private List<TimelineEvent> events() {
    return stored().stream().map(StoredEvent::event).toList();
  }

  /** Of the trips that are over; one that goes on is shown as it is travelled. */
  private List<String> roadTypes() {
    return stored().stream()
        .filter(it -> it.event() instanceof Transport)
        .filter(it -> it.event().analysisType() == AnalysisType.INDEPTH)
        .flatMap(it -> it.path().points().stream())
        .map(PathPoint::roadType)
        .map(String::valueOf)
        .distinct()
        .toList();
  }

  private Verification.Report verified() {
    return new Verification(store.archive(), store.folds(), store.corrections(), derivation())
        .verify(user);
  }

  @Test
  void withoutANewMapNothingIsOutdated() {
    assertThat(flow.listOutdatedTrips(user)).isEmpty();
    assertThat(roadTypes()).containsExactly("null");
  }

  @Test
  void tripsOfThePastAreToldByTheNewMapAsTheEventsThatTheyWere() {
    var before = events();
    roads.switchTo("primary");
    assertThat(flow.listOutdatedTrips(user)).hasSizeGreaterThan(3);

    renewAll();

    assertThat(flow.listOutdatedTrips(user)).isEmpty();
    assertThat(roadTypes()).containsExactly("primary");
    assertThat(events()).isEqualTo(before);
    assertThat(verified().differences()).isEmpty();
    assertThat(verified().otherBasis()).isZero();
  }

  @Test
  void whatIsHalfDoneIsSoundAndGoesOnAfterAnotherStart() {
    roads.switchTo("primary");
    var outdated = flow.listOutdatedTrips(user);
    flow.renew(user, outdated.getFirst(), 0);
    assertThat(verified().differences()).isEmpty();
    assertThat(verified().otherBasis()).isPositive();

    flow = newFlow();

    assertThat(flow.listOutdatedTrips(user)).isEqualTo(outdated.subList(1, outdated.size()));
    renewAll();
    assertThat(roadTypes()).containsExactly("primary");
  }

  @Test
  void aTripThatIsGoneMeanwhileIsPassedOver() {
    roads.switchTo("primary");
    var trip = flow.listOutdatedTrips(user).getLast();
    renewAll();
    var before = stored();

    flow.renew(ids.newUserId(), trip, 0);
    flow.renew(user, new TripSpan(1, 2), 0);

    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void anotherMapTellsThemOnceMoreAndStaysAreLeftAlone() {
    roads.switchTo("primary");
    renewAll();
    var stays = stored().stream().filter(it -> !(it.event() instanceof Transport)).toList();

    roads.switchTo("secondary");
    renewAll();

    assertThat(roadTypes()).containsExactly("secondary");
    assertThat(stored()).containsAll(stays);
  }

  @Test
  void whatThePersonCorrectedStays() {
    var ride = events().stream().filter(Transport.class::isInstance).findFirst().orElseThrow();
    var claim = new Claim.Mode(TransportMode.TRAM);
    var end = ride.when().end();
    var given = new NewCorrection(ids.newCorrectionId(), NOW, ride.when().start(), end, claim);
    assertThat(store.corrections().add(user, given)).isPresent();
    roads.switchTo("primary");

    renewAll();

    assertThat(events())
        .filteredOn(event -> event.id().equals(ride.id()))
        .singleElement()
        .satisfies(event -> assertThat(((Transport) event).mode()).isEqualTo(TransportMode.TRAM));
    assertThat(store.corrections().listWaiting(user)).isEmpty();
    assertThat(verified().differences()).isEmpty();
  }
}
