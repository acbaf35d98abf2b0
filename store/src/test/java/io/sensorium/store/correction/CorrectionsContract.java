package io.sensorium.store.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.correction.Correction;
import io.sensorium.core.id.CorrectionId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.SnapshotChange;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of corrections does. */
public abstract class CorrectionsContract {

  private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant GIVEN = Instant.parse("2026-03-05T12:00:00.123456Z");
  private static final Claim BUS = new Claim.Mode(TransportMode.BUS);
  private static final Claim SHOP = new Claim.Place("Boulangerie “Été” 🥐");

  private final IdSource ids = new IdSource(new Random(11));
  private final UserId user = ids.newUserId();
  private StoreFixture fixture;
  private Store store;
  private Corrections corrections;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
    corrections = store.corrections();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private Correction add(UserId of, Claim claim, Instant start, @Nullable Instant end) {
    var given = new NewCorrection(ids.newCorrectionId(), GIVEN, start, end, claim);
    return corrections.add(of, given).orElseThrow();
  }

  private void settle(List<Long> shown, List<Long> dropped) {
    store.folds().commit(revision(10, new SettledCorrections(shown, dropped)));
  }

  private Revision revision(long lastTimeMicros, SettledCorrections settled) {
    return new Revision(
        user,
        List.of(),
        null,
        new FoldHead(Blob.EMPTY, lastTimeMicros, 0, Long.MAX_VALUE, 1),
        new SnapshotChange(0, 0, List.of()),
        List.of(),
        List.of(),
        List.of(),
        settled,
        List.of());
  }

  @Test
  void whatWasGivenIsListedAsItWasGivenAlsoAfterAnotherStart() {
    var mode = add(user, BUS, EIGHT, NINE);
    var noMode = add(user, new Claim.Mode(null), NINE, NINE);
    var place = add(user, SHOP, EIGHT, NINE);
    var noPlace = add(user, new Claim.Place(null), NINE, NINE);
    var noStay = add(user, new Claim.NotAStay(true), EIGHT, NINE);
    var stay = add(user, new Claim.NotAStay(false), NINE, NINE);

    store.close();
    store = fixture.open();
    corrections = store.corrections();

    assertThat(corrections.list(user))
        .containsExactly(mode, noMode, place, noPlace, noStay, stay)
        .isSortedAccordingTo((a, b) -> Long.compare(a.seq(), b.seq()));
    assertThat(mode.startMicros()).isEqualTo(Micros.of(EIGHT));
    assertThat(mode.endMicros()).isEqualTo(Micros.of(NINE));
    assertThat(mode.givenAt()).isEqualTo(GIVEN);
    assertThat(corrections.list(ids.newUserId())).isEmpty();
  }

  @Test
  void ofAnEventThatGoesOnTheEndIsTheLastKnownInstant() {
    long lastKnown = Micros.of(NINE) + 7;
    store.folds().commit(revision(lastKnown, SettledCorrections.NONE));

    assertThat(add(user, BUS, EIGHT, null).endMicros()).isEqualTo(lastKnown);
    assertThat(add(ids.newUserId(), BUS, EIGHT, null).endMicros()).isEqualTo(Micros.of(EIGHT));
  }

  @Test
  void oneOfTheSameKindAndSpanTakesThePlaceOfTheEarlier() {
    add(user, BUS, EIGHT, NINE);
    var shop = add(user, SHOP, EIGHT, NINE);

    var car = add(user, new Claim.Mode(TransportMode.CAR), EIGHT, NINE);

    assertThat(corrections.list(user)).containsExactly(shop, car);
  }

  @Test
  void whatIsGivenOrTakenBackIsCountedButNotWhatIsSettled() {
    long before = corrections.changeCount();
    var bus = add(user, BUS, EIGHT, NINE);
    long given = corrections.changeCount();
    settle(List.of(bus.seq()), List.of());
    long settled = corrections.changeCount();
    corrections.withdraw(user, bus.id());

    assertThat(given).isGreaterThan(before);
    assertThat(settled).isEqualTo(given);
    assertThat(corrections.changeCount()).isGreaterThan(settled);
  }

  @Test
  void whatIsGivenWaitsUntilARevisionSettlesIt() {
    var bus = add(user, BUS, EIGHT, NINE);

    assertThat(corrections.listWaiting(user)).containsExactly(new WaitingCorrection(bus, false));
    assertThat(corrections.listWaitingUsers()).containsExactly(user);
    assertThat(corrections.listShown(user)).isEmpty();

    settle(List.of(bus.seq()), List.of());

    assertThat(corrections.listWaiting(user)).isEmpty();
    assertThat(corrections.listWaitingUsers()).isEmpty();
    assertThat(corrections.listShown(user)).containsExactly(bus);
    assertThat(corrections.list(user)).containsExactly(bus);
  }

  @Test
  void whatIsTakenBackIsShownUntilARevisionDropsIt() {
    var bus = add(user, BUS, EIGHT, NINE);
    settle(List.of(bus.seq()), List.of());

    assertThat(corrections.withdraw(user, bus.id())).isTrue();

    assertThat(corrections.list(user)).isEmpty();
    assertThat(corrections.listShown(user)).containsExactly(bus);
    assertThat(corrections.listWaiting(user)).containsExactly(new WaitingCorrection(bus, true));

    settle(List.of(), List.of(bus.seq()));

    assertThat(corrections.listShown(user)).isEmpty();
    assertThat(corrections.listWaiting(user)).isEmpty();
  }

  @Test
  void whatIsTakenBackWhileAStepShowsItWaitsForTheNextStep() {
    var bus = add(user, BUS, EIGHT, NINE);
    corrections.withdraw(user, bus.id());

    settle(List.of(bus.seq()), List.of());

    assertThat(corrections.listShown(user)).containsExactly(bus);
    assertThat(corrections.listWaiting(user)).containsExactly(new WaitingCorrection(bus, true));
  }

  @Test
  void onlyTheUsersOwnCanBeTakenBackAndOnlyOnce() {
    var bus = add(user, BUS, EIGHT, NINE);

    assertThat(corrections.withdraw(ids.newUserId(), bus.id())).isFalse();
    assertThat(corrections.withdraw(user, new CorrectionId("0".repeat(24)))).isFalse();
    assertThat(corrections.withdraw(user, bus.id())).isTrue();
    assertThat(corrections.withdraw(user, bus.id())).isFalse();
  }

  @Test
  void sequenceNumbersAreNotUsedAgain() {
    var first = add(user, BUS, EIGHT, NINE);
    corrections.withdraw(user, first.id());
    settle(List.of(), List.of(first.seq()));

    assertThat(add(user, BUS, EIGHT, NINE).seq()).isGreaterThan(first.seq());
  }

  @Test
  void aUserCanHaveOnlySoMany() {
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < Corrections.MAX_PER_USER; i++) {
        int second = i;
        many.execute(() -> add(user, BUS, EIGHT.plusSeconds(second), NINE.plusSeconds(second)));
      }
    }
    assertThat(corrections.list(user)).hasSize(Corrections.MAX_PER_USER);
    var more = new NewCorrection(ids.newCorrectionId(), GIVEN, EIGHT, NINE.plusSeconds(1), BUS);
    var again = new NewCorrection(ids.newCorrectionId(), GIVEN, EIGHT, NINE, BUS);

    assertThat(corrections.add(user, more)).isEmpty();
    assertThat(corrections.add(user, again)).isPresent();
    assertThat(corrections.add(ids.newUserId(), more)).isPresent();
  }
}
