package io.sensorium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.engine.flow.BelgianTime;
import io.sensorium.engine.flow.MobilityFlow;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LatLon HOME = new LatLon(51.0543, 3.7174);

  @TempDir private Path directory;
  private final IdSource ids = new IdSource(new Random(1));
  private final UserId user = ids.newUserId();
  private Store store;
  private PoisonedArchive archive;
  private Engine engine;

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    archive = new PoisonedArchive(store.archive());
    engine = newEngine(Duration.ZERO);
  }

  @AfterEach
  void close() {
    engine.close();
    store.close();
  }

  @Test
  void whatIsAcceptedBecomesEvents() throws InterruptedException {
    engine.start();

    accept(user, hourAtHome(NOON));
    engine.awaitIdle();

    assertThat(events(user))
        .singleElement()
        .satisfies(event -> assertThat(event.when().start()).isEqualTo(NOON));
    assertThat(engine.status()).isEqualTo(new EngineStatus(1, 0, 0, 0, 0, 0));
  }

  @Test
  void whatWasLeftByAProcessThatDiedIsTakenUpAtTheStart() throws InterruptedException {
    accept(user, hourAtHome(NOON));

    engine.start();
    engine.awaitIdle();

    assertThat(events(user)).hasSize(1);
  }

  @Test
  void aBurstOfMoreInputsThanOneStepTakesIsFoldedToItsEnd() throws InterruptedException {
    int moreThanOneReadOfTheInbox = 600;
    for (int i = 0; i < moreThanOneReadOfTheInbox; i++) {
      var fix = GpsFix.at(NOON.plusSeconds(15L * i), HOME, 5);
      accept(user, Signals.ofFixes(FixTrack.of(List.of(fix))));
    }

    engine.start();
    engine.awaitIdle();

    assertThat(engine.status().lag()).isZero();
    assertThat(store.archive().readFixes(user, Long.MIN_VALUE, Long.MAX_VALUE).size())
        .isEqualTo(moreThanOneReadOfTheInbox);
  }

  @Test
  void aPoisonousInputIsParkedAndItsNeighboursAreFolded() throws InterruptedException {
    var neighbour = ids.newUserId();
    accept(user, hourAtHome(NOON));
    accept(user, Signals.ofFixes(FixTrack.of(List.of(GpsFix.at(NOON, PoisonedArchive.POISON, 5)))));
    accept(user, hourAtHome(NOON.plus(Duration.ofHours(1))));
    accept(neighbour, hourAtHome(NOON));

    engine.start();
    engine.awaitIdle();

    assertThat(store.archive().readFixes(user, Long.MIN_VALUE, Long.MAX_VALUE).size())
        .isEqualTo(480);
    assertThat(events(neighbour)).hasSize(1);
    assertThat(store.inbox().listParked())
        .singleElement()
        .satisfies(parked -> assertThat(parked.reason()).contains("poison"));
    assertThat(engine.status().parked()).isOne();
    assertThat(engine.status().lag()).isZero();
  }

  @Test
  void aParkedInputCanBeReplayed() throws InterruptedException {
    accept(user, Signals.ofFixes(FixTrack.of(List.of(GpsFix.at(NOON, PoisonedArchive.POISON, 5)))));
    engine.start();
    engine.awaitIdle();

    archive.cure();
    store.inbox().replay(store.inbox().listParked().getFirst().id());
    engine.wake(user);
    engine.awaitIdle();

    assertThat(store.inbox().listParked()).isEmpty();
    assertThat(store.archive().findLastSighting(user)).isPresent();
  }

  @Test
  void aTickClosesTheTripOfAPhoneThatFellSilent() throws InterruptedException {
    engine.start();
    accept(user, hourAtHome(NOON));
    accept(user, drive(NOON.plus(Duration.ofHours(1))));
    engine.awaitIdle();
    var driving = events(user).getLast();

    engine.tick(NOON.plus(Duration.ofHours(12)));
    engine.awaitIdle();

    var silent = events(user).getLast();
    assertThat(driving).isInstanceOf(TimelineEvent.Transport.class);
    assertThat(driving.when().end()).isNull();
    assertThat(silent.id()).isEqualTo(driving.id());
    assertThat(silent.when().end()).isNotNull();
  }

  @Test
  void aNightInWhichTheClocksChangeHasTheLocalTimeOfBothItsEnds() throws InterruptedException {
    var evening = Instant.parse("2025-03-29T20:00:00Z");
    engine.start();
    for (int hour = 0; hour < 10; hour++) {
      accept(user, hourAtHome(evening.plus(Duration.ofHours(hour))));
    }
    accept(user, drive(evening.plus(Duration.ofHours(10))));
    engine.awaitIdle();

    var night = events(user).getFirst().when();

    assertThat(night.localStart()).isEqualTo(OffsetDateTime.parse("2025-03-29T21:00:00+01:00"));
    assertThat(night.endOffset()).isEqualTo(ZoneOffset.ofHours(2));
    assertThat(Duration.between(night.start(), night.end())).isBetween(hours(9.9), hours(10.1));
  }

  @Test
  void aSmallBatchThatFollowsAllOthersIsFoldedWhenItIsTakenIn() {
    engine.start();

    var taken = engine.takeIn(entry(user, hourAtHome(NOON)));

    assertThat(taken).hasValueSatisfying(it -> assertThat(it.position()).isOne());
    assertThat(events(user)).hasSize(1);
    assertThat(engine.status()).isEqualTo(new EngineStatus(1, 0, 0, 0, 0, 0));
    assertThat(engine.stepCount()).isOne();
  }

  @Test
  void aBatchThatCameBeforeIsNotFoldedAgain() {
    engine.start();
    var batch = entry(user, hourAtHome(NOON));
    engine.takeIn(batch);

    var again = engine.takeIn(batch);

    assertThat(again).hasValueSatisfying(it -> assertThat(it.duplicate()).isTrue());
    assertThat(store.folds().findHead(user).orElseThrow().revision()).isOne();
  }

  @Test
  void aLateBatchGoesThroughTheInbox() {
    engine.start();
    engine.takeIn(entry(user, hourAtHome(NOON)));

    assertThat(engine.takeIn(entry(user, hourAtHome(NOON.minusSeconds(9_000))))).isEmpty();
    assertThat(engine.takeIn(entry(user, hourAtHome(NOON.plusSeconds(9_000))))).isPresent();
  }

  @Test
  void aLargeBatchGoesThroughTheInbox() {
    var two = Signals.concat(List.of(hourAtHome(NOON), hourAtHome(NOON.plusSeconds(3_600))));

    assertThat(engine.takeIn(entry(user, two))).isEmpty();
  }

  @Test
  void aBatchGoesThroughTheInboxWhileAnotherOfTheUserWaits() {
    accept(user, hourAtHome(NOON)); // nobody works on it: the engine is not started

    assertThat(engine.takeIn(entry(user, hourAtHome(NOON.plusSeconds(3_600))))).isEmpty();
    assertThat(engine.takeIn(entry(ids.newUserId(), hourAtHome(NOON)))).isPresent();
  }

  @Test
  void ofABurstTheFirstBatchIsFoldedAtOnceAndTheOthersTogether() {
    engine.close();
    engine = newEngine(Duration.ofHours(1));

    assertThat(engine.takeIn(entry(user, hourAtHome(NOON)))).isPresent();
    assertThat(engine.takeIn(entry(user, hourAtHome(NOON.plusSeconds(3_600))))).isEmpty();
  }

  @Test
  void nothingIsFoldedAtOnceDuringAPause() {
    var batch = entry(user, hourAtHome(NOON));

    var taken = engine.whilePaused(() -> onAnotherThread(() -> engine.takeIn(batch)));

    assertThat(taken).isEmpty();
    assertThat(engine.takeIn(batch)).isPresent();
  }

  @Test
  void aBatchThatCannotBeFoldedAtOnceIsLeftToTheInboxAndParkedThere() throws InterruptedException {
    engine.start();
    var poison = Signals.ofFixes(FixTrack.of(List.of(GpsFix.at(NOON, PoisonedArchive.POISON, 5))));

    assertThat(engine.takeIn(entry(user, poison))).isEmpty();

    accept(user, poison);
    engine.awaitIdle();
    assertThat(store.inbox().listParked()).hasSize(1);
    assertThat(engine.takeIn(entry(user, hourAtHome(NOON)))).isPresent();
  }

  private static <T> T onAnotherThread(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().start(task)).join();
  }

  private static Duration hours(double hours) {
    return Duration.ofSeconds((long) (hours * 3_600));
  }

  private Engine newEngine(Duration linger) {
    var flow =
        new MobilityFlow(
            archive, store.folds(), store.corrections(), BelgianTime.derivation(), ids, 10);
    return new Engine(
        store.inbox(),
        store.folds(),
        flow,
        Clock.fixed(NOON, ZoneOffset.UTC),
        new Engine.Limits(
            2,
            20_000,
            linger,
            Duration.ofSeconds(1),
            Engine.Limits.DEFAULT.renewedTripsPerSecond()));
  }

  private void accept(UserId of, Signals signals) {
    store.inbox().append(entry(of, signals));
    engine.wake(of);
  }

  private NewEntry entry(UserId of, Signals signals) {
    var key = "batch-" + ids.hex(4);
    return new NewEntry(of, ids.newInstallId(), key, NOON, signals, "{}");
  }

  private List<TimelineEvent> events(UserId of) {
    return store.folds().listEventsOverlapping(of, Long.MIN_VALUE, Long.MAX_VALUE).stream()
        .map(stored -> stored.event())
        .toList();
  }

  private static Signals hourAtHome(Instant start) {
    var fixes = new ArrayList<GpsFix>();
    for (int i = 0; i < 240; i++) {
      fixes.add(GpsFix.at(start.plusSeconds(15L * i), HOME, 10));
    }
    return Signals.ofFixes(FixTrack.of(fixes));
  }

  private static Signals drive(Instant start) {
    var fixes = new ArrayList<GpsFix>();
    for (int i = 1; i < 80; i++) {
      var position = new LatLon(HOME.latitudeDeg() + i * 0.002, HOME.longitudeDeg());
      fixes.add(GpsFix.at(start.plusSeconds(15L * i), position, 10));
    }
    return Signals.ofFixes(FixTrack.of(fixes));
  }
}
