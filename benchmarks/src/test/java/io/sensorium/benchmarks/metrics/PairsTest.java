package io.sensorium.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.core.time.Micros;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

  @Test
  void aStayFoundInTwoHalvesIsFoundOnceAndOneHalfIsTooMany() {
    var truth = List.of(minutes(0, 60));
    var found = List.of(minutes(0, 31), minutes(31, 60));

    var counts = Pairs.byOverlap(truth, found, 0.5).counts();

    assertThat(counts).isEqualTo(new Counts(1, 2, 1));
    assertThat(counts.precision()).isEqualTo(0.5);
    assertThat(counts.recall()).isEqualTo(1);
    assertThat(counts.f1()).isEqualTo(2.0 / 3);
  }

  @Test
  void twoStaysFoundAsOneAreFoundOnce() {
    var truth = List.of(minutes(0, 60), minutes(70, 100));
    var found = List.of(minutes(0, 100));

    assertThat(Pairs.byOverlap(truth, found, 0.5).counts()).isEqualTo(new Counts(1, 1, 2));
  }

  @Test
  void lessThanHalfIsNotFound() {
    assertThat(Pairs.byOverlap(List.of(minutes(0, 60)), List.of(minutes(31, 60)), 0.5).pairs())
        .isEmpty();
  }

  @Test
  void aTripCountsWhenBothOfItsEndsAreNear() {
    var truth = List.of(minutes(10, 30), minutes(40, 60), minutes(70, 90));
    var found = List.of(minutes(12, 28), minutes(43, 60), minutes(69, 91));

    assertThat(Pairs.byEnds(truth, found, 120).counts()).isEqualTo(new Counts(2, 3, 3));
    assertThat(Pairs.byEnds(truth, found, 300).counts()).isEqualTo(new Counts(3, 3, 3));
  }

  @Test
  void theNearestOfTwoTripsStandsForTheTrueOne() {
    var pairs =
        Pairs.byEnds(List.of(minutes(10, 30)), List.of(minutes(12, 30), minutes(10, 31)), 120);

    assertThat(pairs.pairs()).containsExactly(new Pairs.Pair(minutes(10, 30), minutes(10, 31)));
  }

  @Test
  void theEndsOfTheHistoryAreNoBoundaries() {
    var truth = List.of(minutes(0, 60), minutes(70, 100));
    var found = List.of(minutes(2, 61), minutes(73, 100));

    var errors = Pairs.byOverlap(truth, found, 0.5).boundaryErrorsSeconds(minutes(0, 100));

    assertThat(errors).containsExactlyInAnyOrder(60.0, 180.0);
  }

  @Test
  void withoutAnythingThereAreNoRates() {
    var counts = Pairs.byOverlap(List.of(), List.of(), 0.5).counts();

    assertThat(counts.precision()).isNaN();
    assertThat(counts.recall()).isNaN();
    assertThat(counts.f1()).isNaN();
  }

  private static Interval minutes(long start, long end) {
    return new Interval(start * Micros.PER_MINUTE, end * Micros.PER_MINUTE);
  }
}
