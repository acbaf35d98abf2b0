package io.sensorium.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreException;
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

/** What every archive does. */
public abstract class ArchiveContract {

  private final Samples samples = new Samples(2);
  private final UserId user = samples.user();
  private StoreFixture fixture;
  private Store store;
  private Archive archive;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
    archive = store.archive();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private Signals add(Signals more) {
    var draft = archive.draft(user, more);
    commit(draft);
    return draft.added();
  }

  private void commit(ArchiveDraft draft) {
    var head = new FoldHead(Blob.EMPTY, 0, 0, Long.MAX_VALUE, 1);
    store
        .folds()
        .commit(
            new Revision(
                user,
                List.of(),
                draft,
                head,
                new SnapshotChange(0, 0, List.of()),
                List.of(),
                List.of(),
                List.of()));
  }

  private Signals add(FixTrack fixes) {
    return add(Signals.ofFixes(fixes));
  }

  private static FixTrack all(ArchiveReader reader, UserId user) {
    return reader.readFixes(user, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Test
  void anEmptyArchiveHoldsNothing() {
    assertThat(all(archive, user)).isEqualTo(FixTrack.EMPTY);
    assertThat(archive.readFixesAfter(user, Long.MIN_VALUE, 10)).isEqualTo(FixTrack.EMPTY);
    assertThat(archive.read(user, 0, Long.MAX_VALUE)).isEqualTo(Signals.NONE);
    assertThat(archive.findLastSighting(user)).isEmpty();
  }

  @Test
  void whatIsAddedIsReadByTimeAndBothEndsBelongToTheRange() {
    add(Samples.fixes(0, 100, 1));

    assertThat(archive.readFixes(user, Samples.second(10), Samples.second(12)))
        .isEqualTo(Samples.fixesAt(10, 11, 12));
    assertThat(archive.readFixes(samples.user(), 0, Long.MAX_VALUE)).isEqualTo(FixTrack.EMPTY);
  }

  @Test
  void whatTheArchiveHoldsIsNotAddedAgain() {
    add(Samples.fixesAt(1, 2, 3));

    var again = add(Samples.fixesAt(3, 2, 2, 4));
    var nothing = add(Samples.fixesAt(1));

    assertThat(again.fixes()).isEqualTo(Samples.fixesAt(4));
    assertThat(nothing.isEmpty()).isTrue();
    assertThat(all(archive, user)).isEqualTo(Samples.fixesAt(1, 2, 3, 4));
  }

  @Test
  void differentFixesOfOneInstantAreAllKept() {
    var many = Samples.fixesOfOneInstant(5, 90);
    add(many.slice(0, 40));

    var added = add(many);

    assertThat(added.fixes()).isEqualTo(many.slice(40, 90).sortedDistinct());
    assertThat(all(archive, user)).isEqualTo(many.sortedDistinct());
  }

  @Test
  void aDraftShowsWhatWillBeAndTheArchiveWhatIs() {
    add(Samples.fixes(0, 3_000, 1));

    var draft = archive.draft(user, Signals.ofFixes(Samples.fixesAt(5_000, 7_000)));

    assertThat(draft.user()).isEqualTo(user);
    assertThat(draft.added().fixes()).isEqualTo(Samples.fixesAt(5_000, 7_000));
    assertThat(all(draft, user).size()).isEqualTo(3_002);
    assertThat(all(archive, user).size()).isEqualTo(3_000);
    assertThat(draft.findLastSighting(user)).contains(Samples.fixesAt(7_000).sighting(0));
    assertThat(draft.readFixesAfter(user, Samples.second(4_000), 1))
        .isEqualTo(Samples.fixesAt(5_000, 7_000));
    assertThat(draft.readFixes(samples.user(), 0, Long.MAX_VALUE)).isEqualTo(FixTrack.EMPTY);
  }

  @Test
  void aDraftOverWhatIsNoLongerSoIsRefused() {
    add(Samples.fixesAt(1, 2));
    add(Samples.fixesAt(3));
    var first = archive.draft(user, Signals.ofFixes(Samples.fixesAt(4)));
    var second = archive.draft(user, Signals.ofFixes(Samples.fixesAt(5)));
    commit(first);

    assertThatThrownBy(() -> commit(second)).isInstanceOf(StoreException.class);

    assertThat(all(archive, user)).isEqualTo(Samples.fixesAt(1, 2, 3, 4));
    add(Samples.fixesAt(5));
    assertThat(all(archive, user)).isEqualTo(Samples.fixesAt(1, 2, 3, 4, 5));
  }

  @Test
  void whatWasAddedBeforeAnotherStartIsFollowed() {
    add(Samples.fixesAt(1));
    add(Samples.fixesAt(2)); // from here on the newest block is in memory
    store.close();
    store = fixture.open();
    archive = store.archive();

    add(Samples.fixesAt(2, 3));
    add(Samples.fixesAt(4));

    assertThat(all(archive, user)).isEqualTo(Samples.fixesAt(1, 2, 3, 4));
  }

  @Test
  void aLongStreamThatComesBitByBitIsTheStreamThatCameAtOnce() {
    var whole = Samples.fixes(0, 3_000, 1);
    for (int from = 0; from < whole.size(); from += 7) {
      add(whole.slice(from, Math.min(whole.size(), from + 7)));
      if (from % 70 == 0) {
        add(Samples.fixesAt(from / 2, from)); // known already, and late
      }
    }

    assertThat(all(archive, user)).isEqualTo(whole);
    assertThat(store.checkIntegrity(_ -> {})).isEmpty();
  }

  @Test
  void anyOrderSplitAndDuplicationGivesTheSameSet() {
    var whole = Samples.fixes(0, 9_000, 3);
    var random = samples.random();
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(whole.size());
      int to = Math.min(whole.size(), from + 1 + random.nextInt(500));
      add(whole.slice(from, to));
    }
    int middle = whole.size() / 2;
    add(whole.slice(middle, whole.size()));

    var added = add(whole);

    assertThat(all(archive, user)).isEqualTo(whole);
    assertThat(added.fixes().size()).isLessThan(middle);
    assertThat(add(whole).isEmpty()).isTrue();
  }

  @Test
  void randomDraftsReadAsTheSetTheyWillBe() {
    var random = samples.random();
    var model = FixTrack.EMPTY;
    for (int round = 0; round < 80; round++) {
      var more = randomFixes();
      var draft = archive.draft(user, Signals.ofFixes(more));
      model = FixTrack.union(model, more.sortedDistinct());

      assertThat(all(draft, user)).isEqualTo(model);
      long after = Samples.second(random.nextInt(4_000));
      int rows = 1 + random.nextInt(800);
      assertThatRowsFollow(draft.readFixesAfter(user, after, rows), model, after, rows);

      add(more);
      assertThat(all(archive, user)).isEqualTo(model);
      assertThatRowsFollow(archive.readFixesAfter(user, after, rows), model, after, rows);
      assertThat(archive.findLastSighting(user)).contains(model.sighting(model.size() - 1));
    }
  }

  private FixTrack randomFixes() {
    var random = samples.random();
    long from = random.nextInt(4_000);
    return switch (random.nextInt(4)) {
      case 0 -> Samples.fixesAt(from);
      case 1 -> Samples.fixes(from, from + random.nextInt(1, 600), 1);
      case 2 -> Samples.fixesOfOneInstant(from, random.nextInt(1, 60));
      default -> Samples.fixesAt(from, random.nextInt(4_000), random.nextInt(9_000));
    };
  }

  /** The next fixes without a hole, enough of them, and all or none of one instant. */
  private static void assertThatRowsFollow(FixTrack rows, FixTrack model, long after, int enough) {
    int first = model.firstRowAtOrAfter(after + 1);
    assertThat(rows.size()).isGreaterThanOrEqualTo(Math.min(enough, model.size() - first));
    assertThat(rows).isEqualTo(model.slice(first, first + rows.size()));
    int next = first + rows.size();
    if (!rows.isEmpty() && next < model.size()) {
      assertThat(model.timeMicros(next)).isGreaterThan(model.timeMicros(next - 1));
    }
  }

  @Test
  void aLongArchiveIsReadPieceByPiece() {
    var whole = Samples.fixes(0, 20_000, 1);
    add(whole);

    var pieces = new ArrayList<FixTrack>();
    long after = Long.MIN_VALUE;
    var piece = archive.readFixesAfter(user, after, 1_000);
    while (!piece.isEmpty()) {
      pieces.add(piece);
      after = piece.timeMicros(piece.size() - 1);
      piece = archive.readFixesAfter(user, after, 1_000);
    }

    assertThat(FixTrack.concat(pieces)).isEqualTo(whole);
    assertThat(pieces.size()).isBetween(5, 20);
    assertThat(archive.readFixesAfter(user, Long.MAX_VALUE, 10)).isEqualTo(FixTrack.EMPTY);
  }

  @Test
  void everyStreamIsASetInOrder() {
    var first = Samples.allStreams(0);
    var second = Samples.allStreams(1_000);
    add(second);
    add(first);

    var added = add(Signals.concat(List.of(second, first)));

    assertThat(added.isEmpty()).isTrue();
    assertThat(archive.read(user, Long.MIN_VALUE, Long.MAX_VALUE))
        .isEqualTo(Signals.concat(List.of(first, second)));
    assertThat(archive.read(user, Samples.second(900), Samples.second(1_100))).isEqualTo(second);
    assertThat(archive.readActivity(user, Samples.second(900), Samples.second(1_100)))
        .isEqualTo(second.activity());
  }

  @Test
  void anItemThatLastsIsFoundByAnyPartOfIt() {
    var steps = Samples.allStreams(0).steps();
    add(new Signals(FixTrack.EMPTY, List.of(), List.of(), List.of(), steps));

    assertThat(archive.read(user, Samples.second(9), Samples.second(20)).steps()).isEqualTo(steps);
    assertThat(archive.read(user, Samples.second(11), Samples.second(20)).steps()).isEmpty();
  }

  @Test
  void motionAndStepsAreReadInOrderFromBlocksAndADraftOverThem() {
    var parts = new ArrayList<Signals>();
    for (int i = 0; i < 300; i++) {
      parts.add(lasting(10L * i));
    }
    var kept = Signals.concat(parts.stream().filter(part -> parts.indexOf(part) % 3 > 0).toList());
    var more = Signals.concat(parts.stream().filter(part -> parts.indexOf(part) % 3 == 0).toList());
    add(kept);
    var draft = store.archive().draft(user, more);
    var all = Signals.concat(parts);

    assertThat(motion(draft, Samples.second(0), Samples.second(3_000))).isEqualTo(all.motion());
    assertThat(motion(draft, Samples.second(105), Samples.second(115)))
        .isEqualTo(all.motion().subList(10, 12));
    assertThat(motion(draft, Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(all.motion());
    long minute = 60 * Micros.PER_SECOND;
    assertThat(draft.readSteps(user, Samples.second(105), Samples.second(115), minute))
        .isEqualTo(all.steps().subList(10, 12));
    assertThat(draft.readSteps(user, Samples.second(105), Samples.second(105), 0)).isEmpty();
    assertThat(motion(store.archive(), Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(kept.motion());
  }

  private List<MotionChunk> motion(ArchiveReader archive, long fromMicros, long toMicros) {
    var chunks = new ArrayList<MotionChunk>();
    archive.readMotion(user, fromMicros, toMicros, Micros.PER_HOUR, chunks::add);
    return chunks;
  }

  /** Ten seconds, less a sample, of motion and of steps. */
  private static Signals lasting(long second) {
    var at = Micros.toInstant(Samples.second(second));
    var acceleration = new float[3 * 249];
    acceleration[0] = second;
    return new Signals(
        FixTrack.EMPTY,
        List.of(new MotionChunk(at, 25, acceleration, null)),
        List.of(),
        List.of(),
        List.of(new StepCount(at, at.plusSeconds(9), 15)));
  }

  @Test
  void anArchiveOutlivesTheStore() {
    add(Samples.fixes(0, 5_000, 2));

    store.close();
    store = fixture.open();

    assertThat(all(store.archive(), user)).isEqualTo(Samples.fixes(0, 5_000, 2));
  }
}
