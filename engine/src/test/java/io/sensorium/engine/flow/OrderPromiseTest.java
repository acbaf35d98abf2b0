package io.sensorium.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.correction.NewCorrection;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of order: after the same last tick, any arrival order, split, duplication or crash
 * gives equal answers.
 */
class OrderPromiseTest {

  private static final Instant RECEIVED = Instant.parse("2026-04-01T00:00:00Z");
  private static final int SCHEDULES = Integer.getInteger("sensorium.schedules", 500);
  private static final int SCHEDULES_PER_STORY = 50;
  private static final int CORRECTED_STORIES = 6;
  private static final int SENSED_STORIES = 4;
  private static final int TIDY = -1;
  private static final int UNCORRECTED = -2;
  private static final int FIRST_STORY = Integer.getInteger("sensorium.firstStory", 0);
  private static final Derivation DERIVATION = BelgianTime.derivation();
  private static final EventId ANY_STAY = new EventId("00000000-0000-4000-8000-000000000000");
  private static final EventId ANY_TRANSPORT = new EventId("0".repeat(64));

  @TempDir private Path directory;
  private Store store;

  @BeforeEach
  void openStore() {
    store = Store.openSqlite(directory);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** A hundred thousand schedules must not fill the disk. */
  private void emptyStore() throws IOException {
    store.close();
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    openStore();
  }

  @Test
  void anyArrivalOrderSplitDuplicationAndCrashGivesTheAnswersOfTidyInput() throws IOException {
    int stories = SCHEDULES / SCHEDULES_PER_STORY;
    for (int story = FIRST_STORY; story < FIRST_STORY + stories; story++) {
      emptyStore();
      var signals = signals(story);
      long lastTick = lastTick(story, signals);
      var tidy = deliver(new Telling(story, TIDY), List.of(signals), lastTick);
      for (int schedule = 0; schedule < SCHEDULES_PER_STORY; schedule++) {
        var telling = new Telling(story, schedule);

        var untidy = deliver(telling, schedule(signals, telling.random()), lastTick);

        assertThat(untidy).as("%s", telling).isEqualTo(tidy);
      }
    }
  }

  @Test
  void aLateFixChangesTheLegsOfATripThatWasStillHeldWhenTheFoldWasEqualAgain() {
    var signals = signals(45);
    var tidy = deliver(new Telling(45, TIDY), List.of(signals), lastTick(45, signals));
    var telling = new Telling(45, 48); // ends its run between the arrival and the trip's closing

    var untidy = deliver(telling, schedule(signals, telling.random()), lastTick(45, signals));

    assertThat(untidy).isEqualTo(tidy);
  }

  @Test
  void correctionsGivenAtAnyTimeGiveTheAnswersOfTidyInputThatIsCorrectedAfterwards() {
    for (int story = 0; story < CORRECTED_STORIES; story++) {
      var signals = signals(story);
      long lastTick = lastTick(story, signals);
      var uncorrected = deliver(new Telling(story, UNCORRECTED), List.of(signals), lastTick);
      var corrections = randomCorrections(uncorrected, new Random(77_000L + story));
      var tidy = deliver(new Telling(story, TIDY), List.of(signals), corrections, lastTick);
      assertThat(tidy).isNotEqualTo(uncorrected);
      for (int schedule = 0; schedule < 10; schedule++) {
        var telling = new Telling(story, schedule);

        var untidy = deliver(telling, schedule(signals, telling.random()), corrections, lastTick);

        assertThat(untidy).as("%s", telling).isEqualTo(tidy);
      }
    }
  }

  @Test
  void stepsAndMotionMayComeInAnyOrderAndCutAnyhow() {
    for (int story = 0; story < SENSED_STORIES; story++) {
      var signals = sensed(story);
      long lastTick = lastTick(story, signals);
      var tidy = deliver(new Telling(story, TIDY), List.of(signals), lastTick);
      for (int schedule = 0; schedule < 10; schedule++) {
        var telling = new Telling(story, schedule);

        var untidy = deliver(telling, schedule(signals, telling.random()), lastTick);

        assertThat(untidy).as("%s", telling).isEqualTo(tidy);
      }
    }
  }

  @Test
  void correctionsThatAreTakenBackLeaveNothing() {
    for (int story = 0; story < 4; story++) {
      var signals = signals(story);
      long lastTick = lastTick(story, signals);
      var random = new Random(55_000L + story);
      var ids = new IdSource(random);
      var uncorrected = deliver(new Telling(story, UNCORRECTED), List.of(signals), lastTick);
      var user = ids.newUserId();
      store.inbox().append(entry(user, ids.newInstallId(), "all", signals));
      var flow = newFlow(store.folds(), ids);
      step(flow, user, Integer.MAX_VALUE, lastTick);
      for (var correction : randomCorrections(uncorrected, random)) {
        store.corrections().add(user, correction);
        step(flow, user, Integer.MAX_VALUE, lastTick);
      }
      assertThat(answers(user)).isNotEqualTo(uncorrected);

      var given = new ArrayList<>(store.corrections().list(user));
      Collections.shuffle(given, random);
      for (var correction : given) {
        store.corrections().withdraw(user, correction.id());
        step(flow, user, Integer.MAX_VALUE, lastTick);
        assertVerified(user, "story " + story);
      }

      assertThat(answers(user)).as("story %d", story).isEqualTo(uncorrected);
      assertThat(store.corrections().listWaiting(user)).isEmpty();
    }
  }

  /** Corrections of some of the events, and of times that nearly are those of events. */
  private static List<NewCorrection> randomCorrections(Answers answers, Random random) {
    var ids = new IdSource(random);
    var corrections = new ArrayList<NewCorrection>();
    for (var stored : answers.events()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        var when = stored.event().when();
        var end = when.end() == null ? RECEIVED.minus(Duration.ofDays(28)) : when.end();
        int slipSeconds = random.nextInt(3) == 0 ? random.nextInt(1_200) - 600 : 0;
        var start = when.start().plusSeconds(slipSeconds);
        corrections.add(
            new NewCorrection(
                ids.newCorrectionId(),
                RECEIVED,
                start,
                end.isBefore(start) ? start : end,
                randomClaim(stored.event() instanceof TimelineEvent.Stationary, random)));
      }
    }
    Collections.shuffle(corrections, random);
    return corrections;
  }

  private static Claim randomClaim(boolean stay, Random random) {
    if (!stay) {
      var modes = List.of(TransportMode.BUS, TransportMode.FLIGHT, TransportMode.RUNNING);
      return new Claim.Mode(random.nextInt(4) == 0 ? null : modes.get(random.nextInt(3)));
    }
    return random.nextInt(3) == 0
        ? new Claim.Place(random.nextBoolean() ? null : "place " + random.nextInt(5))
        : new Claim.NotAStay(random.nextInt(4) > 0);
  }

  @Test
  void stepsAndMotionChangeTheAnswers() {
    var signals = sensed(0);
    var numb = new Signals(signals.fixes(), List.of(), signals.activity(), List.of(), List.of());
    long lastTick = lastTick(0, signals);

    var sensed = deliver(new Telling(0, TIDY), List.of(signals), lastTick);

    assertThat(sensed).isNotEqualTo(deliver(new Telling(1, TIDY), List.of(numb), lastTick));
  }

  /** Every other story ends on the way. */
  private static Signals signals(int story) {
    return story % 2 == 0
        ? Days.of(story, 2, Duration.ofSeconds(60))
        : Days.endingOnTheWay(story, 1, Duration.ofSeconds(20 + story % 41));
  }

  private static Signals sensed(int story) {
    return story % 2 == 0
        ? Days.withSenses(story, 1, Duration.ofSeconds(60))
        : Days.sensedAndEndingOnTheWay(story, 1, Duration.ofSeconds(20 + story % 41));
  }

  /** A trip that goes on is looked at while it does, everything else when it is long over. */
  private static long lastTick(int story, Signals signals) {
    var fixes = signals.fixes();
    return story % 2 == 0 ? Micros.of(RECEIVED) : fixes.timeMicros(fixes.size() - 1);
  }

  @Test
  void theTidyAnswersAreNotEmpty() {
    var signals = signals(0);
    var answers = deliver(new Telling(0, TIDY), List.of(signals), lastTick(0, signals));

    assertThat(answers.events()).hasSizeGreaterThan(8);
  }

  @Test
  void aStoryThatEndsOnTheWayLeavesATripThatIsShownAlmostToItsEnd() {
    var signals = signals(1);
    var answers = deliver(new Telling(1, TIDY), List.of(signals), lastTick(1, signals));

    var last = answers.events().getLast();
    assertThat(last.event()).isInstanceOf(TimelineEvent.Transport.class);
    assertThat(last.event().when().end()).isNull();
    assertThat(last.path().points().getLast().timeMicros())
        .isLessThan(lastTick(1, signals))
        .isGreaterThan(lastTick(1, signals) - 12 * Micros.PER_MINUTE);
  }

  /** What is promised to be equal. */
  private record Answers(List<StoredEvent> events, Blob state) {}

  /** Cuts into batches anywhere, sends some twice, and shuffles. */
  private static List<Signals> schedule(Signals signals, Random random) {
    var batches = new ArrayList<Signals>();
    int at = 0;
    while (at < signals.fixes().size()) {
      int end = Math.min(signals.fixes().size(), at + 1 + random.nextInt(600));
      batches.add(Signals.ofFixes(signals.fixes().slice(at, end)));
      at = end;
    }
    for (var sample : signals.activity()) {
      batches.add(onlyActivity(sample));
    }
    for (var chunk : signals.motion()) {
      int cut = random.nextInt(chunk.sampleCount() + 1);
      batches.add(only(List.of(part(chunk, 0, cut), part(chunk, cut, chunk.sampleCount()))));
      if (random.nextInt(4) == 0) {
        batches.add(only(List.of(chunk))); // cut in another way, as after a lost answer
      }
    }
    for (var steps : signals.steps()) {
      batches.add(new Signals(FixTrack.EMPTY, List.of(), List.of(), List.of(), List.of(steps)));
    }
    for (int i = batches.size() - 1; i >= 0; i--) {
      if (random.nextInt(4) == 0) {
        batches.add(batches.get(i));
      }
    }
    switch (random.nextInt(3)) {
      case 0 -> Collections.shuffle(batches, random);
      case 1 -> Collections.reverse(batches);
      default -> Collections.swap(batches, 0, batches.size() - 1);
    }
    return batches;
  }

  private static Signals only(List<MotionChunk> motion) {
    return new Signals(FixTrack.EMPTY, motion, List.of(), List.of(), List.of());
  }

  private static MotionChunk part(MotionChunk chunk, int from, int to) {
    var acceleration = new float[3 * (to - from)];
    for (int i = 0; i < acceleration.length; i++) {
      acceleration[i] = chunk.accelerationMps2(from + i / 3, i % 3);
    }
    return new MotionChunk(chunk.start().plusMillis(40L * from), 25, acceleration, null);
  }

  private static Signals onlyActivity(ActivitySample sample) {
    return new Signals(FixTrack.EMPTY, List.of(), List.of(sample), List.of(), List.of());
  }

  /** One schedule of a story; everything random in it is drawn from its two numbers. */
  private record Telling(int story, int schedule) {

    Random random() {
      return new Random(1_000L * story + schedule);
    }

    boolean isTidy() {
      return schedule < 0;
    }
  }

  private Answers deliver(Telling telling, List<Signals> batches, long lastTick) {
    return deliver(telling, batches, List.of(), lastTick);
  }

  /** Corrections come in their order: between the batches, or behind them when all is tidy. */
  private Answers deliver(
      Telling telling, List<Signals> batches, List<NewCorrection> corrections, long lastTick) {
    var given = corrections.iterator();
    boolean untidy = !telling.isTidy();
    var random = telling.random();
    var ids = new IdSource(telling.random());
    var user = ids.newUserId();
    var install = ids.newInstallId();
    var folds = untidy ? new CrashingFolds(store.folds(), random) : store.folds();
    var flow = newFlow(folds, ids);
    int number = 0;
    for (var batch : batches) {
      while (untidy && given.hasNext() && random.nextInt(3) == 0) {
        store.corrections().add(user, given.next());
      }
      var entry = entry(user, install, "batch-" + number++, batch);
      long tick = untidy ? Micros.of(Days.START) + random.nextLong(Micros.PER_DAY) : 0;
      try {
        boolean taken = untidy && random.nextInt(3) == 0 && flow.takeIn(entry, tick).isPresent();
        if (!taken) {
          store.inbox().append(entry);
        }
        if (!untidy || random.nextInt(3) > 0) {
          step(flow, user, 1 + random.nextInt(2_000), tick);
        }
      } catch (CrashingFolds.Crash crash) {
        flow = newFlow(folds, ids); // what only lived in memory is gone
        store.inbox().append(entry); // nobody told the phone that it arrived: it sends it again
      }
    }
    given.forEachRemaining(correction -> store.corrections().add(user, correction));
    step(newFlow(store.folds(), ids), user, Integer.MAX_VALUE, lastTick);
    assertVerified(user, telling.toString());
    return answers(user);
  }

  private void assertVerified(UserId user, String told) {
    var verification =
        new Verification(store.archive(), store.folds(), store.corrections(), DERIVATION);
    assertThat(verification.verify(user).differences()).as(told).isEmpty();
  }

  private MobilityFlow newFlow(Folds folds, IdSource ids) {
    return new MobilityFlow(store.archive(), folds, store.corrections(), DERIVATION, ids, 10);
  }

  private void step(MobilityFlow flow, UserId user, int maxItems, long tick) {
    flow.step(user, store.inbox().listEntries(user, maxItems), tick);
  }

  private static NewEntry entry(UserId user, InstallId install, String key, Signals signals) {
    return new NewEntry(user, install, key, RECEIVED, signals, "{}");
  }

  private Answers answers(UserId user) {
    var events =
        store.folds().listEventsOverlapping(user, Long.MIN_VALUE, Long.MAX_VALUE).stream()
            .sorted(Comparator.comparing(stored -> stored.event().when().start()))
            .map(OrderPromiseTest::withoutId)
            .toList();
    return new Answers(events, store.folds().findHead(user).orElseThrow().state());
  }

  private static StoredEvent withoutId(StoredEvent stored) {
    TimelineEvent event =
        switch (stored.event()) {
          case TimelineEvent.Stationary s ->
              new TimelineEvent.Stationary(
                  ANY_STAY,
                  s.when(),
                  s.analysisType(),
                  s.center(),
                  s.significance(),
                  s.placeName());
          case TimelineEvent.Transport t ->
              new TimelineEvent.Transport(
                  ANY_TRANSPORT,
                  t.when(),
                  t.analysisType(),
                  t.mode(),
                  t.modeProbabilityRatio(),
                  t.distanceMeters());
        };
    return new StoredEvent(
        event,
        stored.closedAtMicros(),
        stored.pieceStartMicros(),
        stored.pieceEndMicros(),
        stored.basis(),
        stored.path());
  }
}
