package io.sensorium.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.SnapshotChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does that hands out a whole history. */
public abstract class HistoryContract {

  private final Samples samples = new Samples(21);
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

  private void archive(Signals signals) {
    var draft = store.archive().draft(user, signals);
    var head = new FoldHead(Blob.EMPTY, 0, 0, Long.MAX_VALUE, 1);
    var unchanged = new SnapshotChange(0, 0, List.of());
    store
        .folds()
        .commit(
            new Revision(user, List.of(), draft, head, unchanged, List.of(), List.of(), List.of()));
  }

  private Signals read(SignalStream stream) {
    var pieces = new ArrayList<Signals>();
    store.history().readStream(user, stream, pieces::add);
    return Signals.concat(pieces);
  }

  /* Steps and motion that last reach into the pieces that follow. */
  private Signals longDays() {
    var motion = new ArrayList<MotionChunk>();
    var steps = new ArrayList<StepCount>();
    for (int i = 0; i < 3_000; i++) {
      var at = Samples.START.plusSeconds(10L * i);
      steps.add(new StepCount(at, at.plusSeconds(3_600), i));
      if (i % 30 == 0) {
        motion.add(new MotionChunk(at, 5, new float[3 * 5_000], null));
      }
    }
    var all = Samples.allStreams(0);
    return new Signals(Samples.fixes(0, 30_000, 7), motion, all.activity(), all.phone(), steps);
  }

  @Test
  void everyItemOfEveryStreamComesOnceAndInOrder() {
    var days = longDays();
    archive(days);

    assertThat(read(SignalStream.FIXES).fixes()).isEqualTo(days.fixes());
    assertThat(read(SignalStream.MOTION).motion()).isEqualTo(days.motion());
    assertThat(read(SignalStream.ACTIVITY).activity()).isEqualTo(days.activity());
    assertThat(read(SignalStream.PHONE).phone()).isEqualTo(days.phone());
    assertThat(read(SignalStream.STEPS).steps()).isEqualTo(days.steps());
  }

  @Test
  void theHistoryComesInPieces() {
    archive(longDays());
    for (var stream : List.of(SignalStream.FIXES, SignalStream.STEPS, SignalStream.MOTION)) {
      var sizes = new ArrayList<Integer>();
      store.history().readStream(user, stream, piece -> sizes.add(piece.itemCount()));

      assertThat(sizes)
          .hasSizeGreaterThan(1)
          .allSatisfy(size -> assertThat(size).isLessThan(4_000));
    }
  }

  @Test
  void whatWaitsAndWhatIsParkedComesToo() {
    var parked = Samples.allStreams(10);
    var waiting = Samples.allStreams(500);
    long position = store.inbox().append(samples.entry(user, parked)).position();
    store.inbox().park(position, "because", Samples.START);
    store.inbox().append(samples.entry(user, waiting));
    store.inbox().append(samples.entry(samples.user(), Samples.allStreams(900)));
    var read = new ArrayList<Signals>();

    store.history().readWaiting(user, read::add);

    assertThat(read).containsExactly(waiting, parked);
    assertThat(read(SignalStream.FIXES).isEmpty()).isTrue();
  }
}
