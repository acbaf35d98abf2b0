package io.sensorium.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is worked out anew: counted, since times of a shared machine prove nothing. */
class WorkTest {

  private static final Duration FIX_INTERVAL = Duration.ofSeconds(60);
  private static final long LONG_OVER = Micros.of(Days.START.plus(Duration.ofDays(100)));

  @TempDir private Path directory;
  private Store store;
  private MobilityFlow flow;

  private final IdSource ids = new IdSource(new Random(1));
  private int batches;

  @BeforeEach
  void openStore() {
    store = Store.openSqlite(directory);
    flow =
        new MobilityFlow(
            store.archive(), store.folds(), store.corrections(), BelgianTime.derivation(), ids, 10);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aLateFixCostsTheFixesUpToTheNextEqualSnapshotAndTheTripThatItFallsInto() {
    var history = Days.of(1, 30, FIX_INTERVAL).fixes();
    int late = history.firstRowAtOrAfter(Micros.of(Days.START.plus(Duration.ofDays(5))));
    var user = ids.newUserId();
    upload(user, Signals.ofFixes(without(history, late)), LONG_OVER);
    var before = store.folds().listSnapshots(user, Long.MIN_VALUE, Long.MAX_VALUE);
    long foldedBefore = flow.counts().foldedFixes();
    long tripsBefore = flow.counts().derivedTrips();

    upload(user, Signals.ofFixes(history.slice(late, late + 1)), LONG_OVER);

    var after = store.folds().listSnapshots(user, Long.MIN_VALUE, Long.MAX_VALUE);
    long at = history.timeMicros(late);
    long resumed =
        before.stream().mapToLong(Snapshot::timeMicros).filter(t -> t < at).max().orElseThrow();
    long equal =
        after.stream()
            .filter(snapshot -> snapshot.timeMicros() > at && before.contains(snapshot))
            .mapToLong(Snapshot::timeMicros)
            .findFirst()
            .orElseThrow();
    int between = history.firstRowAtOrAfter(equal + 1) - history.firstRowAtOrAfter(resumed + 1);
    assertThat(flow.counts().foldedFixes() - foldedBefore)
        .isEqualTo(between)
        .isLessThan(history.size() / 10);
    assertThat(flow.counts().derivedTrips() - tripsBefore).isLessThanOrEqualTo(2);
  }

  @Test
  void theSameLateFixCostsTheSameInAShortAndInALongHistory() {
    assertThat(workOfALateFix(8)).isEqualTo(workOfALateFix(60));
  }

  @Test
  void fixesThatAreKnownCostNothing() {
    var history = Days.of(1, 2, FIX_INTERVAL);
    var user = ids.newUserId();
    upload(user, history, LONG_OVER);
    long folded = flow.counts().foldedFixes();
    long trips = flow.counts().derivedTrips();

    upload(user, Signals.ofFixes(history.fixes().slice(100, 900)), LONG_OVER);

    assertThat(flow.counts().foldedFixes()).isEqualTo(folded);
    assertThat(flow.counts().derivedTrips()).isEqualTo(trips);
  }

  @Test
  void aLongDriveCostsLinearWorkHoweverOftenItIsUploaded() {
    var history = Days.endingOnTheWay(7, 1, Duration.ofSeconds(5)).fixes();
    long tick = history.timeMicros(history.size() - 1);
    var user = ids.newUserId();
    int driven = history.size() - history.firstRowAtOrAfter(tick - 30 * Micros.PER_MINUTE);
    int at = history.size() - driven;
    upload(user, Signals.ofFixes(history.slice(0, at)), history.timeMicros(at - 1));
    long derived = flow.counts().derivedFixes();

    for (; at < history.size(); at++) {
      upload(user, Signals.ofFixes(history.slice(at, at + 1)), history.timeMicros(at));
    }

    var trip = store.folds().listEventsClosedWithin(user, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    int fixesOfTrip = history.size() - history.firstRowAtOrAfter(trip.getLast().pieceStartMicros());
    assertThat(flow.counts().derivedFixes() - derived).isLessThan(24L * fixesOfTrip);
    assertThat(flow.counts().derivedFixes() - derived).isGreaterThan(fixesOfTrip);
  }

  private record Work(long foldedFixes, long derivedTrips, long derivedFixes) {}

  private Work workOfALateFix(int days) {
    var history = Days.of(1, days, FIX_INTERVAL).fixes();
    int late = history.firstRowAtOrAfter(Micros.of(Days.START.plus(Duration.ofDays(5))));
    var user = ids.newUserId();
    upload(user, Signals.ofFixes(without(history, late)), LONG_OVER);
    var counts = flow.counts();
    var before = new Work(counts.foldedFixes(), counts.derivedTrips(), counts.derivedFixes());
    upload(user, Signals.ofFixes(history.slice(late, late + 1)), LONG_OVER);
    return new Work(
        counts.foldedFixes() - before.foldedFixes(),
        counts.derivedTrips() - before.derivedTrips(),
        counts.derivedFixes() - before.derivedFixes());
  }

  private void upload(UserId user, Signals signals, long tick) {
    store
        .inbox()
        .append(
            new NewEntry(
                user, ids.newInstallId(), "batch-" + batches++, Days.START, signals, "{}"));
    flow.step(user, store.inbox().listEntries(user, Integer.MAX_VALUE), tick);
  }

  private static FixTrack without(FixTrack track, int row) {
    return FixTrack.concat(List.of(track.slice(0, row), track.slice(row + 1, track.size())));
  }
}
