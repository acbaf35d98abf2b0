package io.sensorium.store.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.time.Micros;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of measurements does. */
public abstract class MeasurementsContract {

  private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");
  private static final long START = Micros.of(RECEIVED);
  private static final long MINUTE = Micros.PER_MINUTE;
  private static final GatewayId GATEWAY = new GatewayId(3);
  private static final SourceId SOURCE = new SourceId(7);
  private static final SourceId OTHER = new SourceId(8);
  private static final int REGULAR = MeasurementType.REGULAR.code();
  private static final int BLANK = MeasurementType.BLANK.code();

  private StoreFixture fixture;
  private Store store;
  private Measurements measurements;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    reopen();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void reopen() {
    if (store != null) {
      store.close();
    }
    store = fixture.open();
    measurements = store.measurements();
  }

  private static long minute(long minutes) {
    return START + minutes * MINUTE;
  }

  private static GatewayBatch batch(SourceRows rows) {
    return new GatewayBatch(GATEWAY, null, RECEIVED, rows);
  }

  private Appended append(SourceId source, long minute, double value) {
    return measurements.append(
        batch(SourceRows.builder(1).add(source.value(), minute(minute), value, REGULAR).build()));
  }

  private Measurement latest(SourceId source) {
    return Optional.ofNullable(measurements.findLatest(List.of(source)).get(source)).orElseThrow();
  }

  private Series readAll(SourceId source) {
    return measurements.read(source, Series.MIN_TIME_MICROS, Series.MAX_TIME_MICROS);
  }

  private List<Measurement> listAllBySeq(long fromSeq) {
    return measurements.listBySeq(
        List.of(SOURCE, OTHER), fromSeq, Long.MAX_VALUE, Optional.empty(), 1_000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rowsComeBackAsTheyWereAppendedWithTheirNumbers(boolean sealed) {
    var rows =
        SourceRows.builder(4)
            .add(7, minute(1), 20.34, REGULAR)
            .add(8, minute(1), 1e300, REGULAR)
            .add(7, minute(0), Double.NaN, BLANK)
            .add(7, minute(2), 1 / 3.0, MeasurementType.BUTTON.code())
            .build();

    var appended = measurements.append(batch(rows));
    if (sealed) {
      measurements.seal();
      reopen();
    }

    long first = appended.firstSeq();
    assertThat(appended).isEqualTo(new Appended(first, first + 3, false));
    assertThat(readAll(SOURCE))
        .isEqualTo(
            Series.builder(3)
                .add(minute(0), Double.NaN, BLANK, first)
                .add(minute(1), 20.34, REGULAR, first + 1)
                .add(minute(2), 1 / 3.0, MeasurementType.BUTTON.code(), first + 2)
                .build());
    assertThat(readAll(OTHER))
        .isEqualTo(Series.builder(1).add(minute(1), 1e300, REGULAR, first + 3).build());
    assertThat(measurements.findLatest(List.of(SOURCE, OTHER, new SourceId(99))))
        .containsOnlyKeys(SOURCE, OTHER)
        .containsEntry(OTHER, new Measurement(OTHER, minute(1), 1e300, REGULAR, first + 3));
    assertThat(measurements.lastSeq()).isEqualTo(first + 3);
  }

  @Test
  void aStopSealsManyRowsAndLeavesFewInTheLog() {
    var many = SourceRows.builder(5_000);
    for (int i = 0; i < 5_000; i++) {
      many.add(7, minute(i), i, REGULAR);
    }
    measurements.append(batch(many.build()));

    reopen();

    assertThat(measurements.status().waitingRows()).isZero();
    assertThat(readAll(SOURCE).size()).isEqualTo(5_000);
    append(SOURCE, 5_000, 1);

    reopen();

    assertThat(measurements.status().waitingRows()).isEqualTo(1);
    assertThat(readAll(SOURCE).size()).isEqualTo(5_001);
  }

  @Test
  void aPeriodIncludesItsStartAndNotItsEnd() {
    append(SOURCE, 1, 1);
    append(SOURCE, 2, 2);
    append(SOURCE, 3, 3);

    var rows = measurements.read(SOURCE, minute(1), minute(3));

    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.timeMicros(1)).isEqualTo(minute(2));
    assertThat(measurements.read(SOURCE, minute(3), minute(1)).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theSameRowAgainChangesNothing(boolean sealed) {
    var first = append(SOURCE, 1, 20.5);
    if (sealed) {
      measurements.seal();
    }

    var second = append(SOURCE, 1, 20.5);

    assertThat(second.duplicate()).isFalse();
    assertThat(readAll(SOURCE).seq(0)).isEqualTo(first.firstSeq());
    assertThat(listAllBySeq(first.lastSeq() + 1)).isEmpty();
    measurements.seal();
    assertThat(readAll(SOURCE).seq(0)).isEqualTo(first.firstSeq());
    assertThat(listAllBySeq(0)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherValueForADateTakesThePlaceOfTheFirstUnderANewNumber(boolean sealed) {
    append(SOURCE, 1, 20.5);
    if (sealed) {
      measurements.seal();
    }

    var correction = append(SOURCE, 1, 21.5);

    assertThat(readAll(SOURCE))
        .isEqualTo(Series.builder(1).add(minute(1), 21.5, REGULAR, correction.firstSeq()).build());
    assertThat(latest(SOURCE).value()).isEqualTo(21.5);
    assertThat(measurements.findExtremes(SOURCE, minute(0), minute(9)).orElseThrow().min())
        .isEqualTo(21.5);
    assertThat(listAllBySeq(0)).extracting(Measurement::value).containsExactly(21.5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCorrectionBackToTheFirstValueIsACorrectionToo(boolean sealed) {
    append(SOURCE, 1, 20.5);
    if (sealed) {
      measurements.seal();
    }
    append(SOURCE, 1, 21.5);

    var last = append(SOURCE, 1, 20.5);

    assertThat(readAll(SOURCE).seq(0)).isEqualTo(last.firstSeq());
    measurements.seal();
    assertThat(readAll(SOURCE).seq(0)).isEqualTo(last.firstSeq());
  }

  @Test
  void aBatchWithAKnownKeyIsAnsweredAsBeforeAndNotStored() {
    var rows = SourceRows.builder(1).add(7, minute(1), 1, REGULAR).build();
    var first = measurements.append(new GatewayBatch(GATEWAY, "key", RECEIVED, rows));
    reopen();
    var others = SourceRows.builder(1).add(7, minute(2), 1, REGULAR).build();

    var again = measurements.append(new GatewayBatch(GATEWAY, "key", RECEIVED, others));
    var ofAnother = measurements.append(new GatewayBatch(new GatewayId(4), "key", RECEIVED, rows));
    var later =
        measurements.append(
            new GatewayBatch(GATEWAY, "key", RECEIVED.plusSeconds(8 * 86_400), others));

    assertThat(again).isEqualTo(new Appended(first.firstSeq(), first.lastSeq(), true));
    assertThat(ofAnother.duplicate()).isFalse();
    assertThat(later.duplicate()).isFalse();
    assertThat(readAll(SOURCE).size()).isEqualTo(2);
  }

  @Test
  void numbersRiseAlsoWhenTheRowsThatHadThemAreGone() {
    long first = append(SOURCE, 1, 1).lastSeq();
    measurements.seal();
    measurements.deleteSource(SOURCE);
    reopen();

    long second = append(SOURCE, 2, 1).firstSeq();

    assertThat(second).isGreaterThan(first);
  }

  @Test
  void anEmptyBatchIsRefused() {
    assertThatThrownBy(() -> measurements.append(batch(SourceRows.EMPTY)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void groupsHoldWhatLiesBetweenTheirBoundsAndBlanksCountInNone() {
    var rows = SourceRows.builder(8);
    for (int minute = 0; minute < 6; minute++) {
      rows.add(7, minute(minute), minute / 10.0, REGULAR);
    }
    rows.add(7, minute(6), Double.NaN, BLANK);
    measurements.append(batch(rows.build()));

    var groups =
        measurements.listGroups(
            SOURCE, new long[] {minute(1), minute(4), minute(5), minute(6), minute(9)});

    assertThat(groups)
        .containsExactly(
            new Group(minute(1), 3, 0.1, 0.3, 0.2),
            new Group(minute(4), 1, 0.4, 0.4, 0.4),
            new Group(minute(5), 1, 0.5, 0.5, 0.5));
  }

  @Test
  void theFirstDateOfEqualExtremesCounts() {
    for (var minute : List.of(5, 2, 9, 4)) {
      append(SOURCE, minute, minute % 2);
    }

    assertThat(measurements.findExtremes(SOURCE, minute(0), minute(20)))
        .contains(new Extremes(0, minute(2), 1, minute(5)));
    assertThat(measurements.findExtremes(SOURCE, minute(6), minute(8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deletedRowsAreGoneFromEverywhere(boolean sealed) {
    for (int minute = 0; minute < 10; minute++) {
      append(SOURCE, minute, minute);
      append(OTHER, minute, minute);
    }
    if (sealed) {
      measurements.seal();
    }
    measurements.findLatest(List.of(SOURCE));

    long deleted = measurements.delete(SOURCE, minute(3), minute(100));

    assertThat(deleted).isEqualTo(7);
    assertThat(readAll(SOURCE).size()).isEqualTo(3);
    assertThat(latest(SOURCE).timeMicros()).isEqualTo(minute(2));
    measurements.deleteSource(SOURCE);
    reopen();
    assertThat(readAll(SOURCE).isEmpty()).isTrue();
    assertThat(measurements.findLatest(List.of(SOURCE))).isEmpty();
    assertThat(readAll(OTHER).size()).isEqualTo(10);
  }

  @Test
  void rowsOfASourceThatMovedToAnotherGatewayAreDeletedWithIt() {
    append(SOURCE, 1, 1);
    measurements.append(
        new GatewayBatch(
            new GatewayId(4),
            null,
            RECEIVED,
            SourceRows.builder(1).add(7, minute(2), 2, REGULAR).build()));

    assertThat(measurements.delete(SOURCE, minute(0), minute(9))).isEqualTo(2);
    reopen();

    assertThat(readAll(SOURCE).isEmpty()).isTrue();
  }

  @Test
  void theStatusTellsWhatWaitsAndWhatIsSealed() {
    append(SOURCE, 1, 1);
    append(OTHER, 1, 1);

    assertThat(measurements.status().waitingRows()).isEqualTo(2);
    assertThat(measurements.status().waitingBytes()).isPositive();
    measurements.seal();

    var sealed = measurements.status();
    assertThat(sealed.waitingRows()).isZero();
    assertThat(sealed.waitingBytes()).isZero();
    assertThat(sealed.blocks()).isEqualTo(2);
    assertThat(sealed.blockBytes()).isBetween(50L, 200L);
    assertThat(sealed.lastSeq()).isEqualTo(measurements.lastSeq());
  }

  @Test
  void whoeverGoesOnAfterTheLastNumberMissesNoRowOfConcurrentBatches() throws Exception {
    int writers = 4;
    int batches = 150;
    var done = new CountDownLatch(writers);
    try (var threads = Executors.newFixedThreadPool(writers + 1)) {
      var writing = new ArrayList<Future<?>>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        writing.add(threads.submit(() -> writeBatches(number, batches, done)));
      }
      Callable<List<Measurement>> polling = () -> poll(done);
      var polled = threads.submit(polling).get();
      for (var each : writing) {
        each.get();
      }

      assertThat(polled).hasSize(2 * writers * batches);
      assertThat(polled).isSortedAccordingTo(Comparator.comparingLong(Measurement::seq));
      assertThat(new HashSet<>(polled)).hasSameSizeAs(polled);
    }
  }

  private Object writeBatches(int writer, int batches, CountDownLatch done) {
    try {
      for (int i = 0; i < batches; i++) {
        long time = minute(10_000L * writer + i);
        var rows = SourceRows.builder(2).add(7, time, i, REGULAR).add(8, time, i, REGULAR).build();
        var gateway = new GatewayId(1 + writer);
        var appended = measurements.append(new GatewayBatch(gateway, null, RECEIVED, rows));
        var own =
            measurements.listBySeq(
                List.of(SOURCE), appended.firstSeq(), appended.lastSeq(), Optional.empty(), 10);
        assertThat(own).extracting(Measurement::timeMicros).containsExactly(time);
        if (i % 50 == 49) {
          measurements.seal();
        }
      }
    } finally {
      done.countDown();
    }
    return batches;
  }

  private List<Measurement> poll(CountDownLatch done) {
    var polled = new ArrayList<Measurement>();
    long next = 0;
    while (true) {
      boolean last = done.getCount() == 0;
      var page =
          measurements.listBySeq(
              List.of(OTHER, SOURCE), next, Long.MAX_VALUE, Optional.empty(), 17);
      polled.addAll(page);
      if (!page.isEmpty()) {
        next = page.getLast().seq() + 1;
      } else if (last) {
        return polled;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void afterAnyChangesAllReadsTellWhatTheRowsTell(int seed) {
    var random = new Random(seed);
    var changes = new RandomMeasurements(random, START);
    var model = new MeasurementModel();
    for (int step = 0; step < 120; step++) {
      switch (random.nextInt(20)) {
        case 0 -> measurements.seal();
        case 1 -> reopen();
        case 2 -> {
          var source = changes.source();
          long from = changes.time();
          long to = from + random.nextLong(200 * MINUTE);
          assertThat(measurements.delete(source, from, to))
              .isEqualTo(model.delete(source, from, to));
        }
        default -> {
          var batch = changes.batch();
          model.append(batch, measurements.append(batch));
        }
      }
      if (step % 4 == 0) {
        new ModelComparison(measurements, model, changes, random).run();
      }
    }
  }

  /** Rows of ten days, one a minute: many blocks. */
  private void appendTenDays() {
    for (int day = 0; day < 10; day++) {
      var rows = SourceRows.builder(1_440);
      for (int i = 0; i < 1_440; i++) {
        rows.add(SOURCE.value(), minute(1_440L * day + i), (i * 37 % 100) / 8.0 + day, REGULAR);
      }
      measurements.append(batch(rows.build()));
      measurements.seal();
    }
  }

  @Test
  void whenRowsAreTooOldWhatTheirBlocksHadInCommonIsKept() {
    appendTenDays();
    var whole = new long[] {minute(0), minute(14_400)};
    var group = measurements.listGroups(SOURCE, whole);
    var extremes = measurements.findExtremes(SOURCE, minute(0), minute(14_400));
    long lastSeq = latest(SOURCE).seq();

    assertThat(store.measurementAging().removeRowsBefore(minute(7_200))).isPositive();
    assertThat(store.measurementAging().removeRowsBefore(minute(7_200))).isZero();
    reopen();

    assertThat(measurements.keptFromMicros()).isEqualTo(minute(7_200));
    assertThat(measurements.listGroups(SOURCE, whole)).isEqualTo(group);
    assertThat(measurements.findExtremes(SOURCE, minute(0), minute(14_400))).isEqualTo(extremes);
    var kept = readAll(SOURCE);
    assertThat(kept.timeMicros(0)).isGreaterThan(minute(0)).isLessThanOrEqualTo(minute(7_200));
    assertThat(kept.timeMicros(kept.size() - 1)).isEqualTo(minute(14_399));
    assertThat(listAllBySeq(0).getFirst().timeMicros()).isEqualTo(kept.timeMicros(0));
    assertThat(latest(SOURCE).seq()).isEqualTo(lastSeq);
    assertThat(store.checkIntegrity(_ -> {})).isEmpty();
  }

  @Test
  void rowsThatCameBeforeTheirTimeWasOverCountAmongThoseThatAreGone() {
    appendTenDays();
    var early = SourceRows.builder(2);
    early.add(SOURCE.value(), minute(-30), 1_000, REGULAR);
    early.add(SOURCE.value(), minute(-29), 1_000, REGULAR);
    measurements.append(batch(early.build()));
    var bounds = new long[] {minute(-60), minute(0), minute(14_400)};
    var groups = measurements.listGroups(SOURCE, bounds);

    store.measurementAging().removeRowsBefore(minute(7_200));

    assertThat(measurements.listGroups(SOURCE, bounds)).isEqualTo(groups).hasSize(2);
    measurements.seal();
    assertThat(measurements.listGroups(SOURCE, bounds)).isEqualTo(groups);
  }

  @Test
  void theNewestBlockIsKeptHoweverOldItIs() {
    appendTenDays();
    var latest = latest(SOURCE);

    store.measurementAging().removeRowsBefore(minute(1_000_000));
    reopen();

    assertThat(latest(SOURCE)).isEqualTo(latest);
    assertThat(readAll(SOURCE).size()).isPositive();
  }

  @Test
  void theDateFromWhichRowsAreKeptNeverMovesBack() {
    store.measurementAging().removeRowsBefore(minute(10));
    store.measurementAging().removeRowsBefore(minute(5));
    reopen();

    assertThat(measurements.keptFromMicros()).isEqualTo(minute(10));
  }

  @Test
  void whatIsDeletedIsNotKeptAsASummaryEither() {
    appendTenDays();
    store.measurementAging().removeRowsBefore(minute(7_200));

    measurements.deleteSource(SOURCE);

    assertThat(measurements.findExtremes(SOURCE, minute(0), minute(14_400))).isEmpty();
  }
}
