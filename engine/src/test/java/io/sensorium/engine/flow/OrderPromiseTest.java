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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of order: after the same last tick, any arrival order, split, duplication or crash
 * gives equal answers.
 */
class OrderPromiseTest {

  private static final Instant RECEIVED = Instant.parse("2026-04-01T00:00:00Z");
  private static final long LAST_TICK = Micros.of(RECEIVED);
  private static final int SCHEDULES = 500;
  private static final int CORRECTED_SCHEDULES = 50;
  private static final EventId ANY_STAY = new EventId("00000000-0000-4000-8000-000000000000");
  private static final EventId ANY_TRANSPORT = new EventId("0".repeat(64));

  @TempDir private static Path directory;
  private static Store store;

  private static final IdSource IDS = new IdSource(new Random(1));

  @BeforeAll
  static void openStore() {
    store = Store.openSqlite(directory);
  }

  @AfterAll
  static void closeStore() {
    store.close();
  }

  @Test
  void anyArrivalOrderSplitDuplicationAndCrashGivesTheAnswersOfTidyInput() {
    for (int story = 0; story < SCHEDULES / 50; story++) {
      var signals = Days.of(story, 2, Duration.ofSeconds(60));
      var tidy = deliver(List.of(signals), new Random(0), false);
      for (int schedule = 0; schedule < 50; schedule++) {
        var random = new Random(1_000L * story + schedule);

        var untidy = deliver(schedule(signals, random), random, true);

        assertThat(untidy).as("story %d, schedule %d", story, schedule).isEqualTo(tidy);
      }
    }
  }

  @Test
  void correctionsGivenAtAnyTimeGiveTheAnswersOfTidyInputThatIsCorrectedAfterwards() {
    for (int story = 0; story < CORRECTED_SCHEDULES / 10; story++) {
      var signals = Days.of(story, 2, Duration.ofSeconds(60));
      var random = new Random(77_000L + story);
      var corrections = randomCorrections(deliver(List.of(signals), random, false), random);
      var tidy = deliver(List.of(signals), corrections, new Random(0), false);
      for (int schedule = 0; schedule < 10; schedule++) {
        random = new Random(99_000L * story + schedule);

        var untidy = deliver(schedule(signals, random), corrections, random, true);

        assertThat(untidy).as("story %d, schedule %d", story, schedule).isEqualTo(tidy);
      }
    }
  }

  @Test
  void stepsAndMotionMayComeInAnyOrderAndCutAnyhow() {
    for (int story = 0; story < 3; story++) {
      var signals = Days.withSenses(story, 1, Duration.ofSeconds(60));
      var tidy = deliver(List.of(signals), new Random(0), false);
      for (int schedule = 0; schedule < 10; schedule++) {
        var random = new Random(7_000L * story + schedule);

        var untidy = deliver(schedule(signals, random), random, true);

        assertThat(untidy).as("story %d, schedule %d", story, schedule).isEqualTo(tidy);
      }
    }
  }

  @Test
  void correctionsThatAreTakenBackLeaveNothing() {
    for (int story = 0; story < 4; story++) {
      var signals = Days.of(story, 2, Duration.ofSeconds(60));
      var random = new Random(55_000L + story);
      var uncorrected = deliver(List.of(signals), new Random(0), false);
      var user = IDS.newUserId();
      store.inbox().append(entry(user, IDS.newInstallId(), "all", signals));
      var flow = newFlow(store.folds());
      step(flow, user, Integer.MAX_VALUE, LAST_TICK);
      for (var correction : randomCorrections(uncorrected, random)) {
        store.corrections().add(user, correction);
        step(flow, user, Integer.MAX_VALUE, LAST_TICK);
      }
      assertThat(answers(user)).isNotEqualTo(uncorrected);

      var given = new ArrayList<>(store.corrections().list(user));
      Collections.shuffle(given, random);
      for (var correction : given) {
        store.corrections().withdraw(user, correction.id());
        step(flow, user, Integer.MAX_VALUE, LAST_TICK);
        assertVerified(user);
      }

      assertThat(answers(user)).as("story %d", story).isEqualTo(uncorrected);
      assertThat(store.corrections().listWaiting(user)).isEmpty();
    }
  }

  /** Corrections of some of the events, and of times that nearly are those of events. */
  private List<NewCorrection> randomCorrections(Answers answers, Random random) {
    var corrections = new ArrayList<NewCorrection>();
    for (var stored : answers.events()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        var when = stored.event().when();
        var end = when.end() == null ? RECEIVED.minus(Duration.ofDays(28)) : when.end();
        int slipSeconds = random.nextInt(3) == 0 ? random.nextInt(1_200) - 600 : 0;
        var start = when.start().plusSeconds(slipSeconds);
        corrections.add(
            new NewCorrection(
                IDS.newCorrectionId(),
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
    var signals = Days.withSenses(0, 2, Duration.ofSeconds(60));
    var numb = new Signals(signals.fixes(), List.of(), signals.activity(), List.of(), List.of());

    var sensed = deliver(List.of(signals), new Random(0), false);

    assertThat(sensed).isNotEqualTo(deliver(List.of(numb), new Random(0), false));
  }

  @Test
  void theTidyAnswersAreNotEmpty() {
    var answers = deliver(List.of(Days.of(0, 2, Duration.ofSeconds(60))), new Random(0), false);

    assertThat(answers.events()).hasSizeGreaterThan(8);
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

  private Answers deliver(List<Signals> batches, Random random, boolean untidy) {
    return deliver(batches, List.of(), random, untidy);
  }

  /** Corrections come in their order: between the batches, or behind them when all is tidy. */
  private Answers deliver(
      List<Signals> batches, List<NewCorrection> corrections, Random random, boolean untidy) {
    var given = corrections.iterator();
    var user = IDS.newUserId();
    var install = IDS.newInstallId();
    var folds = untidy ? new CrashingFolds(store.folds(), random) : store.folds();
    var flow = newFlow(folds);
    int number = 0;
    for (var batch : batches) {
      while (untidy && given.hasNext() && random.nextInt(3) == 0) {
        store.corrections().add(user, given.next());
      }
      store.inbox().append(entry(user, install, "batch-" + number++, batch));
      if (!untidy || random.nextInt(3) > 0) {
        long tick = untidy ? Micros.of(Days.START) + random.nextLong(Micros.PER_DAY) : 0;
        try {
          step(flow, user, 1 + random.nextInt(2_000), tick);
        } catch (CrashingFolds.Crash crash) {
          flow = newFlow(folds); // what only lived in memory is gone
        }
      }
    }
    given.forEachRemaining(correction -> store.corrections().add(user, correction));
    step(newFlow(store.folds()), user, Integer.MAX_VALUE, LAST_TICK);
    assertVerified(user);
    return answers(user);
  }

  private static void assertVerified(UserId user) {
    var verification =
        new Verification(
            store.archive(), store.folds(), store.corrections(), BelgianTime.derivation());
    assertThat(verification.verify(user).differences()).isEmpty();
  }

  private MobilityFlow newFlow(Folds folds) {
    return new MobilityFlow(
        store.archive(), folds, store.corrections(), BelgianTime.derivation(), IDS, 10);
  }

  private static void step(MobilityFlow flow, UserId user, int maxItems, long tick) {
    flow.step(user, store.inbox().listEntries(user, maxItems), tick);
  }

  private static NewEntry entry(UserId user, InstallId install, String key, Signals signals) {
    return new NewEntry(user, install, key, RECEIVED, signals, "{}");
  }

  private static Answers answers(UserId user) {
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
