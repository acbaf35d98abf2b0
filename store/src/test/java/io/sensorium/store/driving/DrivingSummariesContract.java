package io.sensorium.store.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sensorium.core.driving.CarBehavior;
import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.ScorePeriod;
import io.sensorium.core.id.UserId;
import io.sensorium.store.PublishedSamples;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of driving summaries does. */
public abstract class DrivingSummariesContract {

  private static final LocalDate THURSDAY = LocalDate.parse("2019-03-21");

  private final Samples samples = new Samples(12);
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

  @Test
  void allPeriodsAreRead() {
    var summaries = store.drivingSummaries();
    summaries.replacePeriods(user, LocalDate.parse("2019-01-01"), PublishedSamples.periods());

    var read = new ArrayList<PeriodSummary>();
    summaries.readPeriods(user, read::add);

    assertThat(read)
        .extracting(PeriodSummary::period, PeriodSummary::scores)
        .containsExactlyInAnyOrderElementsOf(
            PublishedSamples.periods().stream()
                .map(summary -> tuple(summary.period(), summary.scores()))
                .toList());
  }

  @Test
  void carBehaviorComesBackAsItWasPut() {
    assertThat(store.drivingSummaries().findCarBehavior(user)).isEmpty();

    store.drivingSummaries().putCarBehavior(user, CarBehavior.UNKNOWN);
    store.drivingSummaries().putCarBehavior(user, PublishedSamples.carBehavior());

    assertThat(store.drivingSummaries().findCarBehavior(user))
        .contains(PublishedSamples.carBehavior());
    assertThat(store.drivingSummaries().findCarBehavior(samples.user())).isEmpty();
    assertThat(store.checkIntegrity(rows -> {})).isEmpty();
  }

  @Test
  void aPeriodIsFoundByItsFirstDayAndTheLastOneWithout() {
    var earlier =
        new PeriodSummary(
            ScorePeriod.DAY,
            THURSDAY.minusDays(9),
            new PeriodScores(PublishedSamples.drive().scores(), 3L, null));
    var all = new ArrayList<>(PublishedSamples.periods());
    all.add(earlier);
    store.drivingSummaries().replacePeriods(user, THURSDAY.minusDays(30), all);
    var summaries = store.drivingSummaries();

    for (var summary : all) {
      assertThat(summaries.findPeriod(user, summary.period(), summary.firstDay()))
          .contains(summary.scores());
    }
    assertThat(summaries.findPeriod(user, ScorePeriod.DAY, THURSDAY.minusDays(1))).isEmpty();
    assertThat(summaries.findLastPeriod(user, ScorePeriod.DAY))
        .contains(PublishedSamples.periods().getFirst().scores());
    assertThat(summaries.findLastPeriod(user, ScorePeriod.ALL))
        .contains(PublishedSamples.periods().getLast().scores());
    assertThat(summaries.findLastPeriod(samples.user(), ScorePeriod.DAY)).isEmpty();
    assertThat(store.checkIntegrity(rows -> {})).isEmpty();
  }

  @Test
  void periodsAreReplacedFromADayOnAndThatOfAllTimeAlways() {
    var kept = new PeriodSummary(ScorePeriod.DAY, THURSDAY.minusDays(1), PeriodScores.NONE);
    var summaries = store.drivingSummaries();
    summaries.replacePeriods(user, THURSDAY.minusDays(1), List.of(kept));
    summaries.replacePeriods(user, THURSDAY, PublishedSamples.periods().subList(0, 1));
    summaries.replacePeriods(user, THURSDAY, PublishedSamples.periods().subList(3, 4));
    summaries.replacePeriods(user, THURSDAY, PublishedSamples.periods().subList(3, 4));

    assertThat(summaries.findPeriod(user, ScorePeriod.DAY, kept.firstDay()))
        .contains(PeriodScores.NONE);
    assertThat(summaries.findPeriod(user, ScorePeriod.DAY, THURSDAY)).isEmpty();
    assertThat(summaries.findLastPeriod(user, ScorePeriod.ALL)).isPresent();
  }

  @Test
  void aPeriodBeforeTheReplacedTimeIsRefused() {
    var summaries = PublishedSamples.periods();

    assertThatThrownBy(() -> store.drivingSummaries().replacePeriods(user, THURSDAY, summaries))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2019-03-18");
    assertThat(store.drivingSummaries().findLastPeriod(user, ScorePeriod.DAY)).isEmpty();
  }
}
