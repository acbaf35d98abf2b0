package io.sensorium.store.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreException;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.sql.Store;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of folds does. */
public abstract class FoldsContract {

  private final Samples samples = new Samples(4);
  private final UserId user = samples.user();
  private StoreFixture fixture;
  private Store store;
  private Folds folds;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
    folds = store.folds();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private static long at(String instant) {
    return Micros.of(Instant.parse(instant));
  }

  private void commitSnapshots(long after, long upTo, Snapshot... snapshots) {
    folds.commit(
        new Revision(
            user,
            List.of(),
            null,
            Stories.head(1),
            new SnapshotChange(after, upTo, List.of(snapshots)),
            List.of(),
            List.of(),
            List.of()));
  }

  private static Snapshot snapshot(long time) {
    return new Snapshot(time, Stories.state("state " + time));
  }

  @Test
  void aStepIsCommittedAsAWhole() {
    var signals = Signals.ofFixes(Samples.fixesAt(1, 2));
    long position = store.inbox().append(samples.entry(user, signals)).position();
    var stay = Stories.stay(samples.stayId(), "2026-03-01T00:00:00Z", null);

    folds.commit(
        new Revision(
            user,
            List.of(position),
            store.archive().draft(user, signals),
            Stories.head(7),
            new SnapshotChange(0, 5, List.of(snapshot(5))),
            List.of(),
            List.of(stay),
            List.of()));

    assertThat(folds.findHead(user)).contains(Stories.head(7));
    assertThat(folds.findSnapshotBefore(user, 6)).contains(snapshot(5));
    assertThat(folds.listEventsClosedWithin(user, StoredEvent.OPEN - 1, StoredEvent.OPEN))
        .containsExactly(stay);
    assertThat(store.inbox().listPendingUsers()).isEmpty();
    assertThat(store.archive().readFixes(user, 0, Long.MAX_VALUE)).isEqualTo(signals.fixes());
  }

  @Test
  void aStepWhoseEntryIsGoneLeavesNoTrace() {
    var signals = Signals.ofFixes(Samples.fixesAt(1));
    long position = store.inbox().append(samples.entry(user, signals)).position();
    var revision =
        new Revision(
            user,
            List.of(position, position + 1),
            store.archive().draft(user, signals),
            Stories.head(1),
            new SnapshotChange(0, 5, List.of(snapshot(5))),
            List.of(),
            List.of(Stories.stay(samples.stayId(), "2026-03-01T00:00:00Z", null)),
            List.of());

    assertThatThrownBy(() -> folds.commit(revision)).isInstanceOf(StoreException.class);

    assertThat(folds.findHead(user)).isEmpty();
    assertThat(folds.findSnapshotBefore(user, 6)).isEmpty();
    assertThat(folds.listEventsClosedWithin(user, 0, StoredEvent.OPEN)).isEmpty();
    assertThat(store.inbox().listEntries(user, 10)).hasSize(1);
    assertThat(store.archive().readFixes(user, 0, Long.MAX_VALUE)).isEqualTo(FixTrack.EMPTY);
  }

  private Revision arrival(Signals signals, long revision) {
    return new Revision(
        user,
        List.of(),
        store.archive().draft(user, signals),
        Stories.head(revision),
        Stories.noSnapshots(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void aBatchIsTakenInWithItsStepAndNeverWaits() {
    var signals = Signals.ofFixes(Samples.fixesAt(1, 2));
    store.inbox().append(samples.entry(samples.user(), signals));
    var batch = samples.entry(user, signals);

    var taken = folds.commitArrival(batch, arrival(signals, 7));

    assertThat(taken).isEqualTo(new Appended(2, false, batch.receipt()));
    assertThat(folds.findHead(user)).contains(Stories.head(7));
    assertThat(store.archive().readFixes(user, 0, Long.MAX_VALUE)).isEqualTo(signals.fixes());
    assertThat(store.inbox().listEntries(user, 10)).isEmpty();
    assertThat(store.inbox().append(batch)).isEqualTo(new Appended(0, true, batch.receipt()));
  }

  @Test
  void aBatchThatIsKnownChangesNothingAndIsAnsweredAsBefore() {
    var known = samples.entry(user, Signals.ofFixes(Samples.fixesAt(1)));
    folds.commitArrival(known, arrival(known.signals(), 1));
    var other = Signals.ofFixes(Samples.fixesAt(1, 2));
    var sameKey = Samples.entry(user, known.install(), known.batchKey(), other);

    var taken = folds.commitArrival(sameKey, arrival(other, 2));

    assertThat(taken).isEqualTo(new Appended(0, true, known.receipt()));
    assertThat(folds.findHead(user)).contains(Stories.head(1));
    var next = Signals.ofFixes(Samples.fixesAt(3));
    folds.commitArrival(samples.entry(user, next), arrival(next, 3));
    assertThat(store.archive().readFixes(user, 0, Long.MAX_VALUE)).isEqualTo(Samples.fixesAt(1, 3));
  }

  @Test
  void positionsOfBatchesThatNeverWaitedAreNotUsedAgainAfterAnotherStart() {
    var signals = Signals.ofFixes(Samples.fixesAt(1));
    var taken = folds.commitArrival(samples.entry(user, signals), arrival(signals, 1));
    store.close();
    store = fixture.open();

    var next = store.inbox().append(samples.entry(user, signals));

    assertThat(next.position()).isGreaterThan(taken.position());
    assertThat(store.inbox().status().folded()).isEqualTo(taken.position());
  }

  @Test
  void anotherUsersBatchCannotBeTakenIn() {
    var signals = Signals.ofFixes(Samples.fixesAt(1));
    var batch = samples.entry(samples.user(), signals);
    var revision = arrival(signals, 1);

    assertThatThrownBy(() -> folds.commitArrival(batch, revision))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(folds.findHead(user)).isEmpty();
  }

  @Test
  void anotherUsersEntryCannotBeFolded() {
    var other = samples.user();
    var signals = Signals.ofFixes(Samples.fixesAt(1));
    long position = store.inbox().append(samples.entry(other, signals)).position();
    var revision =
        new Revision(
            user,
            List.of(position),
            null,
            Stories.head(1),
            Stories.noSnapshots(),
            List.of(),
            List.of(),
            List.of());

    assertThatThrownBy(() -> folds.commit(revision)).isInstanceOf(StoreException.class);

    assertThat(store.inbox().listEntries(other, 10)).hasSize(1);
  }

  @Test
  void snapshotsTakeThePlaceOfThoseInTheirRange() {
    commitSnapshots(0, 40, snapshot(10), snapshot(20), snapshot(30), snapshot(40));

    commitSnapshots(10, 30, snapshot(25));

    assertThat(folds.listSnapshots(user, 0, 100))
        .containsExactly(snapshot(10), snapshot(25), snapshot(40));
    assertThat(folds.listSnapshots(user, 10, 25)).containsExactly(snapshot(25));
    assertThat(folds.findSnapshotBefore(user, 25)).contains(snapshot(10));
    assertThat(folds.findSnapshotBefore(user, 10)).isEmpty();
    assertThat(folds.listSnapshots(samples.user(), 0, 100)).isEmpty();
  }

  @Test
  void eventsArePutReplacedAndRemoved() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    var stay = Stories.stay(samples.stayId(), "2026-03-02T08:10:00Z", null);
    folds.commit(Stories.put(user, stay, ride));
    var closed = Stories.stay(stay.event().id(), "2026-03-02T08:11:00Z", "2026-03-02T09:00:00Z");
    var bare =
        new StoredEvent(
            ride.event(),
            ride.closedAtMicros(),
            ride.pieceStartMicros(),
            ride.pieceEndMicros(),
            "another basis",
            Path.EMPTY);

    folds.commit(Stories.put(user, closed, bare));
    assertThat(folds.listEventsClosedWithin(user, 0, StoredEvent.OPEN))
        .containsExactly(bare, closed);

    folds.commit(
        new Revision(
            user,
            List.of(),
            null,
            Stories.head(2),
            Stories.noSnapshots(),
            List.of(bare.event().id()),
            List.of(),
            List.of()));
    assertThat(folds.listEventsClosedWithin(user, 0, StoredEvent.OPEN)).containsExactly(closed);
  }

  @Test
  void anEventThatGoesOnIsPutInPlaceOfWhatItWas() {
    var stay = Stories.stay(samples.stayId(), "2026-03-02T08:10:00Z", null);
    folds.commit(Stories.put(user, stay));
    var event =
        new TimelineEvent.Stationary(
            stay.event().id(),
            stay.event().when(),
            AnalysisType.PRELIMINARY,
            new LatLon(51, 4),
            Significance.HOME,
            "another name");
    var changed =
        new StoredEvent(
            event,
            StoredEvent.OPEN,
            stay.pieceStartMicros() + 1,
            stay.pieceEndMicros(),
            "another basis",
            Path.EMPTY);

    folds.commit(Stories.put(user, changed));

    assertThat(folds.listEventsClosedWithin(user, 0, StoredEvent.OPEN)).containsExactly(changed);
  }

  @Test
  void eventsAreFoundByTheClosingOfTheirPieceAndByItsSpan() {
    var night = Stories.stay(samples.stayId(), "2026-03-01T20:00:00Z", "2026-03-02T08:00:00Z");
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    var open = Stories.stay(samples.stayId(), "2026-03-02T08:10:00Z", null);
    folds.commit(Stories.put(user, open, ride, night));

    assertThat(folds.listEventsClosedWithin(user, night.closedAtMicros(), StoredEvent.OPEN))
        .containsExactly(ride, open);
    assertThat(folds.listEventsClosedWithin(user, night.closedAtMicros() - 1, StoredEvent.OPEN))
        .containsExactly(night, ride, open);
    assertThat(
            folds.listEventsClosedWithin(user, night.closedAtMicros() - 1, ride.closedAtMicros()))
        .containsExactly(night, ride);
    assertThat(
            folds.listEventsOverlapping(
                user, at("2026-03-02T08:05:00Z"), at("2026-03-02T08:06:00Z")))
        .containsExactly(ride);
    assertThat(
            folds.listEventsOverlapping(
                user, at("2026-03-02T08:00:00Z"), at("2026-03-02T08:00:00Z")))
        .containsExactly(night, ride);
  }

  @Test
  void tripsOfAnotherBasisAreListedTheNewestFirst() {
    var early = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    var late = Stories.trip(samples.tripId(), "2026-03-02T18:00:00Z", "2026-03-02T18:10:00Z");
    var stay = Stories.stay(samples.stayId(), "2026-03-02T08:10:00Z", "2026-03-02T18:00:00Z");
    folds.commit(Stories.put(user, early, stay, late));

    assertThat(folds.listTripsOfOtherBasis(user, early.basis())).isEmpty();
    assertThat(folds.listTripsOfOtherBasis(samples.user(), "another basis")).isEmpty();
    assertThat(folds.listTripsOfOtherBasis(user, "another basis"))
        .containsExactly(
            new TripSpan(late.pieceStartMicros(), late.pieceEndMicros()),
            new TripSpan(early.pieceStartMicros(), early.pieceEndMicros()));
  }

  @Test
  void theBasisOfAllTripsIsTheOneWrittenLast() {
    assertThat(folds.isBasisOfAllTrips("one")).isFalse();

    folds.writeBasisOfAllTrips("one");
    assertThat(folds.isBasisOfAllTrips("one")).isTrue();
    assertThat(folds.isBasisOfAllTrips("another")).isFalse();

    folds.writeBasisOfAllTrips("another");
    assertThat(folds.isBasisOfAllTrips("another")).isTrue();
    assertThat(folds.isBasisOfAllTrips("one")).isFalse();
  }

  @Test
  void usersAreDueFromTheTickOn() {
    var never = samples.user();
    commitHead(user, 100);
    commitHead(never, Long.MAX_VALUE);
    var later = samples.user();
    commitHead(later, 200);

    assertThat(folds.listDue(99, 10)).isEmpty();
    assertThat(folds.listDue(100, 10)).containsExactly(user);
    assertThat(folds.listDue(1_000, 10)).containsExactly(user, later);
    assertThat(folds.listDue(1_000, 1)).containsExactly(user);
    assertThat(folds.listDue(Long.MAX_VALUE, 10)).containsExactly(user, later);
    assertThat(folds.listUsers())
        .isEqualTo(
            Stream.of(user, never, later)
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList());
  }

  private void commitHead(UserId owner, long reviewAt) {
    folds.commit(
        new Revision(
            owner,
            List.of(),
            null,
            new FoldHead(Stories.state("s"), 1, 2, reviewAt, 3),
            Stories.noSnapshots(),
            List.of(),
            List.of(),
            List.of()));
  }

  @Test
  void ticksNeverGoBack() {
    assertThat(folds.lastTick()).isEqualTo(Long.MIN_VALUE);

    folds.writeTick(5);
    folds.writeTick(3);

    assertThat(folds.lastTick()).isEqualTo(5);
  }
}
