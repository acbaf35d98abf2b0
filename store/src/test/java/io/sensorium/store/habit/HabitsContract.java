package io.sensorium.store.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.habit.Anomaly;
import io.sensorium.core.habit.AnomalyKind;
import io.sensorium.core.habit.ModeCategory;
import io.sensorium.core.habit.Moment;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification.Subject;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.PublishedSamples;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.database.RowPages;
import io.sensorium.store.sql.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of habits does. */
public abstract class HabitsContract {

  private final Samples samples = new Samples(13);
  private final UserId user = samples.user();
  private StoreFixture fixture;
  private Store store;
  private Habits habits;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
    habits = store.habits();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  @Test
  void whatDiffersOfMomentsIsToldWithTheChangeAndOnce() {
    var day = PublishedSamples.span("2026-03-02T08:00:00+01:00", "2026-03-02T17:00:00+01:00");
    var night = PublishedSamples.span("2026-03-02T22:00:00+01:00", "2026-03-03T06:00:00+01:00");
    var work = new Moment.Generic(day, AnalysisType.INDEPTH, "working");
    var ghent = new Moment.City(day, AnalysisType.INDEPTH, "Ghent");
    var antwerp = new Moment.City(day, AnalysisType.INDEPTH, "Antwerp");
    var sleep = new Moment.Generic(night, AnalysisType.INDEPTH, "sleeping");

    habits.replaceMoments(user, Instant.EPOCH, List.of(work, ghent));
    assertThat(told()).containsExactly(changed(work), changed(ghent));
    habits.replaceMoments(user, Instant.EPOCH, List.of(work, ghent));
    assertThat(told()).hasSize(2);
    habits.replaceMoments(user, Instant.EPOCH, List.of(antwerp, sleep));
    habits.replaceMoments(user, night.start(), List.of());
    habits.replaceMoments(user, Instant.EPOCH, List.of(ghent));

    assertThat(told().subList(2, 7))
        .containsExactly(
            removed(work), changed(antwerp), changed(sleep), removed(sleep), changed(ghent));
    assertThat(habits.findMoment(user, ghent.definitionId(), day.start())).contains(ghent);
    assertThat(habits.findMoment(user, work.definitionId(), day.start())).isEmpty();
  }

  private List<Subject> told() {
    return store.timelineOutbox().notifications().listAfter(user, 0, 100).stream()
        .map(pending -> pending.notification().subject())
        .toList();
  }

  private static Subject changed(Moment moment) {
    return new Subject.MomentChanged(moment.definitionId(), moment.when().start());
  }

  private static Subject removed(Moment moment) {
    return new Subject.MomentRemoved(moment.definitionId(), moment.when().start());
  }

  @Test
  void allMomentsAreReadAlsoThoseOfOneInstant() {
    var moments = new ArrayList<Moment>();
    for (int i = 0; i < RowPages.SIZE; i++) {
      var start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * i);
      var when = new Span(start, ZoneOffset.UTC, start.plusSeconds(60), ZoneOffset.UTC);
      moments.add(new Moment.City(when, AnalysisType.INDEPTH, "Ghent"));
      moments.add(new Moment.Country(when, AnalysisType.INDEPTH, "Belgium"));
      moments.add(new Moment.Generic(when, AnalysisType.INDEPTH, "at_home"));
    }
    habits.replaceMoments(user, Instant.EPOCH, moments);

    var read = new ArrayList<Moment>();
    habits.readMoments(user, read::add);

    assertThat(read).containsExactlyInAnyOrderElementsOf(moments);
    assertThat(read).isSortedAccordingTo(Comparator.comparing(moment -> moment.when().start()));
  }

  @Test
  void allAnomaliesAreReadInTheirOrder() {
    var anomalies = new ArrayList<Anomaly>();
    while (anomalies.size() <= RowPages.SIZE) {
      anomalies.addAll(PublishedSamples.anomalies());
    }
    habits.replaceAnomalies(user, Instant.EPOCH, anomalies);

    var read = new ArrayList<Anomaly>();
    habits.readAnomalies(user, read::add);

    assertThat(read).containsExactlyInAnyOrderElementsOf(anomalies);
    assertThat(read).isSortedAccordingTo(Comparator.comparing(Anomaly::start));
  }

  @Test
  void segmentsAreReplacedAndListedByTheirIds() {
    habits.replaceSegments(user, PublishedSamples.segments().reversed());

    assertThat(habits.listSegments(user)).isEqualTo(PublishedSamples.segments());
    assertThat(habits.listSegments(samples.user())).isEmpty();

    var one = PublishedSamples.segments().subList(1, 2);
    habits.replaceSegments(user, one);
    assertThat(habits.listSegments(user)).isEqualTo(one);
  }

  @Test
  void clustersComeBackAsTheyWereGiven() {
    habits.replaceClusters(user, PublishedSamples.clusters());
    assertThat(habits.listClusters(user)).isEqualTo(PublishedSamples.clusters());
    assertThat(habits.listClusters(samples.user())).isEmpty();

    habits.replaceClusters(user, List.of());
    assertThat(habits.listClusters(user)).isEmpty();
  }

  @Test
  void momentsShowTheirLocalDaysAndActiveOnesAllSince() {
    habits.replaceMoments(user, Instant.EPOCH, PublishedSamples.moments());

    assertThat(habits.listMoments(user, days("2019-03-22", "2019-03-22")))
        .isEqualTo(PublishedSamples.moments());
    assertThat(habits.listMoments(user, days("2019-03-17", "2019-03-17"))).isEmpty();
    assertThat(habits.listMoments(user, days("2019-03-23", "2019-04-23")))
        .isEqualTo(habits.listActiveMoments(user))
        .hasSize(4);
    assertThat(habits.listMoments(samples.user(), days("2019-03-22", "2019-03-22"))).isEmpty();
    assertThat(habits.listActiveMoments(samples.user())).isEmpty();
  }

  @Test
  void aMomentBelongsToTheLocalDaysOfItsOwnOffsets() {
    var late =
        new Moment.Generic(
            PublishedSamples.span("2019-03-21T23:30:00+09:00", "2019-03-22T00:30:00+09:00"),
            AnalysisType.INDEPTH,
            "night");
    habits.replaceMoments(user, Instant.EPOCH, List.of(late));

    assertThat(habits.listMoments(user, days("2019-03-21", "2019-03-21"))).containsExactly(late);
    assertThat(habits.listMoments(user, days("2019-03-22", "2019-03-22"))).containsExactly(late);
    assertThat(habits.listMoments(user, days("2019-03-23", "2019-03-23"))).isEmpty();
  }

  @Test
  void momentsAreReplacedFromAnInstantOn() {
    habits.replaceMoments(user, Instant.EPOCH, PublishedSamples.moments());
    var evening =
        new Moment.Generic(
            PublishedSamples.span("2019-03-22T18:00:00+01:00", null),
            AnalysisType.PRELIMINARY,
            "evening");
    var since = Instant.parse("2019-03-22T13:26:00Z");

    habits.replaceMoments(user, since, List.of(evening));
    habits.replaceMoments(user, since, List.of(evening));

    assertThat(habits.listMoments(user, days("2019-03-22", "2019-03-22")))
        .startsWith(PublishedSamples.moments().subList(0, 4).toArray(Moment[]::new))
        .endsWith(evening)
        .hasSize(5);
    assertThatThrownBy(() -> habits.replaceMoments(user, since, PublishedSamples.moments()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anomaliesKeepTheirOrderWithinAnInstantAndTheirNulls() {
    var transport =
        new Anomaly(
            Instant.parse("2019-03-22T07:00:00Z"),
            Instant.parse("2019-03-22T08:00:00Z"),
            AnomalyKind.TRANSPORT_MODE_DISTANCE,
            12.5,
            0.25,
            7L,
            70_000,
            null,
            null,
            new Anomaly.Subject(
                "shop", null, TransportMode.TRAM, ModeCategory.UNHEALTHY, "commute_from_home"));
    var all = new ArrayList<>(PublishedSamples.anomalies());
    all.add(transport);
    habits.replaceAnomalies(user, Instant.EPOCH, all);

    assertThat(habits.listAnomalies(user, days("2019-03-21", "2019-03-22"))).isEqualTo(all);
    assertThat(habits.listAnomalies(user, days("2019-03-21", "2019-03-21")))
        .isEqualTo(PublishedSamples.anomalies());
    assertThat(habits.listAnomalies(user, days("2019-03-20", "2019-03-20"))).isEmpty();
    assertThat(habits.listAnomalies(samples.user(), days("2019-03-21", "2019-03-22"))).isEmpty();

    var since = Instant.parse("2019-03-22T00:00:00Z");
    habits.replaceAnomalies(user, since, List.of());
    assertThat(habits.listAnomalies(user, days("2019-03-21", "2019-03-22")))
        .isEqualTo(PublishedSamples.anomalies());
    assertThatThrownBy(() -> habits.replaceAnomalies(user, since, all))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalDays days(String from, String to) {
    return new LocalDays(LocalDate.parse(from), LocalDate.parse(to));
  }
}
