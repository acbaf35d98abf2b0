package io.sensorium.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateMotionTest {

  private static final Instant RECEIVED = Instant.parse("2026-04-01T00:00:00Z");
  private static final long NEIGHBOURHOOD_MICROS = 8 * Micros.PER_HOUR;

  @TempDir private Path directory;
  private final IdSource ids = new IdSource(new Random(1));
  private final UserId user = ids.newUserId();
  private final Signals days = Days.withSenses(3, 6, Duration.ofSeconds(60));
  private Store store;
  private MobilityFlow flow;
  private int batches;

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    flow =
        new MobilityFlow(
            store.archive(), store.folds(), store.corrections(), BelgianTime.derivation(), ids, 10);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLateChunkIsFoldedAgainOnlyInItsNeighbourhood() {
    var late = days.motion().get(days.motion().size() / 2);
    step(
        signals(
            days.motion().stream().filter(chunk -> !chunk.equals(late)).toList(), days.steps()));
    long atMicros = Micros.of(late.start());

    var fold = foldOf(new Signals(FixTrack.EMPTY, List.of(late), List.of(), List.of(), List.of()));

    assertThat(fold.refolded()).isTrue();
    assertThat(fold.resumedAtMicros()).isBetween(atMicros - NEIGHBOURHOOD_MICROS, atMicros);
    assertThat(fold.stoppedAtMicros()).isBetween(atMicros, atMicros + NEIGHBOURHOOD_MICROS);
  }

  @Test
  void whatComesLateIsAsIfItHadComeInTime() {
    step(signals(List.of(), List.of()));
    var before = events();

    step(new Signals(FixTrack.EMPTY, days.motion(), List.of(), List.of(), List.of()));
    step(new Signals(FixTrack.EMPTY, List.of(), List.of(), List.of(), days.steps()));

    assertThat(events()).isNotEqualTo(before);
    var verification =
        new Verification(
            store.archive(), store.folds(), store.corrections(), BelgianTime.derivation());
    assertThat(verification.verify(user).differences()).isEmpty();
  }

  @Test
  void stepsThatTellNothingOpenNothingAgain() {
    step(signals(List.of(), List.of()));
    var hour = new StepCount(Days.START, Days.START.plusSeconds(3_600), 300);

    var fold = foldOf(new Signals(FixTrack.EMPTY, List.of(), List.of(), List.of(), List.of(hour)));

    assertThat(fold.refolded()).isFalse();
  }

  private Signals signals(List<MotionChunk> motion, List<StepCount> steps) {
    return new Signals(days.fixes(), motion, List.of(), List.of(), steps);
  }

  private FoldStep foldOf(Signals late) {
    var draft = new RecognisingDraft(store.archive().draft(user, late));
    var before =
        new UserState(
            store.folds().findHead(user).orElseThrow(), 0, List.of(), null, Optional.empty(), null);
    var states = new FoldStates(BelgianTime.derivation().foldVersion());
    return FoldStep.run(
        before, draft, NewItems.of(draft.added()), store.folds(), states, Extent.EMPTY);
  }

  private void step(Signals signals) {
    var key = "batch-" + batches++;
    store.inbox().append(new NewEntry(user, ids.newInstallId(), key, RECEIVED, signals, "{}"));
    flow.step(user, store.inbox().listEntries(user, Integer.MAX_VALUE), Micros.of(RECEIVED));
  }

  private List<StoredEvent> events() {
    return store.folds().listEventsOverlapping(user, Long.MIN_VALUE, Long.MAX_VALUE);
  }
}
