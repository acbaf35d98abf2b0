package io.sensorium.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.correction.Correction;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.correction.NewCorrection;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody decided of their day outlives whatever the analysis finds later. */
class CorrectedTimelineTest {

  private static final Instant SIX = Instant.parse("2026-03-02T06:00:00Z");
  private static final LatLon HOME = new LatLon(51.0543, 3.7174);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Claim NO_STAY = new Claim.NotAStay(true);

  @TempDir private Path directory;
  private final IdSource ids = new IdSource(new Random(3));
  private final UserId user = ids.newUserId();
  private final Signals day = dayWithAShop();
  private Store store;
  private MobilityFlow flow;

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    flow = newFlow(BelgianTime.derivation());
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Two hours at home, a drive, 40 minutes at a shop, a drive, three hours at the office. */
  private static Signals dayWithAShop() {
    var fixes = new ArrayList<GpsFix>();
    var shop = Geodesy.destination(HOME, 90, 6_000);
    var office = Geodesy.destination(shop, 90, 9_000);
    stay(fixes, HOME, Duration.ofHours(2));
    drive(fixes, HOME, shop);
    stay(fixes, shop, Duration.ofMinutes(40));
    drive(fixes, shop, office);
    stay(fixes, office, Duration.ofHours(3));
    return Signals.ofFixes(FixTrack.of(fixes));
  }

  private static void stay(List<GpsFix> fixes, LatLon at, Duration duration) {
    for (int i = 0; i < duration.dividedBy(EVERY); i++) {
      fixes.add(GpsFix.at(next(fixes), Geodesy.destination(at, (i * 137) % 360, i % 9), 10));
    }
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

  private MobilityFlow newFlow(Derivation derivation) {
    return new MobilityFlow(
        store.archive(), store.folds(), store.corrections(), derivation, ids, 10);
  }

  private void send(Signals signals) {
    var key = "batch-" + ids.hex(4);
    store.inbox().append(new NewEntry(user, ids.newInstallId(), key, SIX, signals, "{}"));
    step();
  }

  private void sendUntil(Instant end) {
    send(between(Instant.EPOCH, end));
  }

  private Signals between(Instant start, Instant end) {
    var fixes = day.fixes();
    return Signals.ofFixes(
        fixes.slice(
            fixes.firstRowAtOrAfter(Micros.of(start)), fixes.firstRowAtOrAfter(Micros.of(end))));
  }

  private void step() {
    flow.step(user, store.inbox().listEntries(user, Integer.MAX_VALUE), 0);
  }

  private Correction correct(TimelineEvent event, Claim claim) {
    var when = event.when();
    var given = new NewCorrection(ids.newCorrectionId(), SIX, when.start(), when.end(), claim);
    var correction = store.corrections().add(user, given).orElseThrow();
    step();
    return correction;
  }

  private List<TimelineEvent> events() {
    var verification =
        new Verification(
            store.archive(), store.folds(), store.corrections(), BelgianTime.derivation());
    assertThat(verification.verify(user).differences()).isEmpty();
    return store.folds().listEventsOverlapping(user, Long.MIN_VALUE, Long.MAX_VALUE).stream()
        .map(StoredEvent::event)
        .sorted(Comparator.comparing(event -> event.when().start()))
        .toList();
  }

  private List<Transport> transports() {
    return events().stream()
        .filter(Transport.class::isInstance)
        .map(Transport.class::cast)
        .toList();
  }

  private List<Stationary> stays() {
    return events().stream()
        .filter(Stationary.class::isInstance)
        .map(Stationary.class::cast)
        .toList();
  }

  @Test
  void theUncorrectedDayHasThreeStaysAndTwoTrips() {
    send(day);

    assertThat(stays()).hasSize(3).allSatisfy(stay -> assertThat(stay.placeName()).isNull());
    assertThat(transports())
        .hasSizeGreaterThanOrEqualTo(2)
        .noneMatch(transport -> transport.mode() == TransportMode.FLIGHT);
  }

  @Test
  void aCorrectedModeIsShownAsItWasGivenWithTheSameId() {
    send(day);
    var ride = transports().getFirst();
    var others = events().stream().filter(event -> !event.id().equals(ride.id())).toList();

    correct(ride, new Claim.Mode(TransportMode.FLIGHT));

    var corrected =
        new Transport(
            ride.id(),
            ride.when(),
            AnalysisType.INDEPTH,
            TransportMode.FLIGHT,
            1,
            ride.distanceMeters());
    assertThat(events()).contains(corrected).containsAll(others).hasSize(others.size() + 1);

    correct(corrected, new Claim.Mode(null));

    assertThat(transports()).contains(ride);
  }

  @Test
  void aCorrectedModeSurvivesLateFixesThatMoveTheBoundaries() {
    var late = between(SIX.plus(Duration.ofMinutes(118)), SIX.plus(Duration.ofMinutes(123)));
    var start = late.fixes().fix(0).time();
    var end = late.fixes().fix(late.fixes().size() - 1).time().plusSeconds(1);
    send(between(Instant.EPOCH, start));
    send(between(end, SIX.plus(Duration.ofDays(1))));
    var ride = transports().getFirst();
    correct(ride, new Claim.Mode(TransportMode.RUNNING));

    send(late);

    assertThat(transports().getFirst().when()).isNotEqualTo(ride.when());
    assertThat(transports().getFirst().mode()).isEqualTo(TransportMode.RUNNING);
  }

  @Test
  void theModeOfARideThatGoesOnIsKeptToItsEnd() {
    sendUntil(SIX.plus(Duration.ofMinutes(124)));
    var ride = transports().getLast();
    assertThat(ride.when().end()).isNull();
    correct(ride, new Claim.Mode(TransportMode.FERRY));
    assertThat(transports().getLast().mode()).isEqualTo(TransportMode.FERRY);

    send(day);

    var ended = transports().getFirst();
    assertThat(ended.id()).isEqualTo(ride.id());
    assertThat(ended.when().end()).isNotNull();
    assertThat(ended.mode()).isEqualTo(TransportMode.FERRY);
  }

  @Test
  void aPlaceKeepsItsNameWhileTheStayGoesOn() {
    sendUntil(SIX.plus(Duration.ofMinutes(50)));
    correct(stays().getFirst(), new Claim.Place("Home"));
    assertThat(stays()).extracting(Stationary::placeName).containsExactly("Home");

    send(day);

    assertThat(stays()).extracting(Stationary::placeName).containsExactly("Home", null, null);
  }

  @Test
  void whatIsNoStayBecomesPartOfOneTripAndItsIdLeadsThere() {
    send(day);
    var shop = stays().get(1);
    var first = transports().getFirst();
    var last = transports().getLast();

    var correction = correct(shop, NO_STAY);

    assertThat(stays()).hasSize(2);
    assertThat(transports().getFirst().when().start()).isEqualTo(first.when().start());
    assertThat(transports().getLast().when().end()).isEqualTo(last.when().end());
    assertThat(pieceStarts()).hasSize(1);
    assertThat(store.timelines().findEvent(user, shop.id())).containsInstanceOf(Transport.class);

    store.corrections().withdraw(user, correction.id());
    step();

    assertThat(stays()).hasSize(3);
    assertThat(stays().get(1).when()).isEqualTo(shop.when());
    assertThat(pieceStarts()).hasSize(2);
  }

  /** One for each trip, whatever its legs. */
  private List<Long> pieceStarts() {
    return store.folds().listEventsOverlapping(user, Long.MIN_VALUE, Long.MAX_VALUE).stream()
        .filter(stored -> stored.event() instanceof Transport)
        .map(StoredEvent::pieceStartMicros)
        .distinct()
        .toList();
  }

  @Test
  void aStayThatGoesOnAndIsNoneBecomesTheOpenEndOfTheTrip() {
    sendUntil(SIX.plus(Duration.ofMinutes(150)));
    assertThat(stays()).hasSize(2);

    correct(stays().getLast(), NO_STAY);

    assertThat(stays()).hasSize(1);
    assertThat(transports().getLast().when().end()).isNull();
    assertThat(pieceStarts()).hasSize(1);

    send(day);

    assertThat(stays()).hasSize(2);
    assertThat(pieceStarts()).hasSize(1);
    assertThat(transports()).allMatch(transport -> transport.when().end() != null);
  }

  @Test
  void aStayWithoutATripNextToItBecomesATripOfItsOwn() {
    sendUntil(SIX.plus(Duration.ofMinutes(50)));

    correct(stays().getFirst(), NO_STAY);

    assertThat(stays()).isEmpty();
    assertThat(transports().getFirst().when().start()).isEqualTo(SIX);
    assertThat(transports().getLast().when().end()).isNull();
  }

  @Test
  void everyStayCanBeNone() {
    send(day);
    for (var stay : stays()) {
      correct(stay, NO_STAY);
    }

    assertThat(stays()).isEmpty();
    assertThat(pieceStarts()).containsExactly(Micros.of(SIX));
  }

  @Test
  void correctionsOutliveAnotherVersionOfTheAnalysis() {
    send(day);
    correct(transports().getFirst(), new Claim.Mode(TransportMode.TRAM));
    correct(stays().getFirst(), new Claim.Place("Home"));
    correct(stays().get(1), NO_STAY);
    var corrected = events();
    int byHand = (int) transports().stream().filter(it -> it.modeProbabilityRatio() == 1).count();

    flow = newFlow(anotherVersion());
    assertThat(flow.isStale(user)).isTrue();
    step();
    assertThat(flow.isStale(user)).isFalse();
    assertThat(store.folds().listEventsOverlapping(user, Long.MIN_VALUE, Long.MAX_VALUE))
        .allSatisfy(stored -> assertThat(stored.basis()).contains("another"));

    flow = newFlow(BelgianTime.derivation());
    step();

    assertThat(byHand).isPositive();
    assertThat(events()).isEqualTo(corrected);
  }

  private static Derivation anotherVersion() {
    var shipped = ShippedModes.load();
    var other =
        new ModeModel(
            shipped.motion(),
            shipped.ride(),
            shipped.bike(),
            shipped.car(),
            shipped.rail(),
            shipped.surroundings(),
            "another");
    return new Derivation(new LegAnalysis(other), new BelgianTime());
  }

  @Test
  void whatWasGivenBeforeACrashIsFollowedByTheNextProcess() {
    send(day);
    var ride = transports().getFirst();
    var when = ride.when();
    store
        .corrections()
        .add(
            user,
            new NewCorrection(
                ids.newCorrectionId(),
                SIX,
                when.start(),
                when.end(),
                new Claim.Mode(TransportMode.BOAT)));
    assertThat(transports().getFirst()).isEqualTo(ride);

    store.close();
    store = Store.openSqlite(directory);
    flow = newFlow(BelgianTime.derivation());
    assertThat(flow.listCorrectedUsers()).containsExactly(user);
    step();

    assertThat(transports().getFirst().mode()).isEqualTo(TransportMode.BOAT);
    assertThat(flow.listCorrectedUsers()).isEmpty();
  }
}
