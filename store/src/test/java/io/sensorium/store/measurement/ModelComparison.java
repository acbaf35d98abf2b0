package io.sensorium.store.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.SourceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Compares every read with what it is by definition. */
final class ModelComparison {

  private final Measurements measurements;
  private final MeasurementModel model;
  private final List<SourceId> sources;
  private final Random random;
  private final long from;
  private final long to;
  private final long[] bounds;

  ModelComparison(
      Measurements measurements,
      MeasurementModel model,
      RandomMeasurements changes,
      Random random) {
    this.measurements = measurements;
    this.model = model;
    this.sources = changes.sources();
    this.random = random;
    var dates = new long[2 + random.nextInt(20)];
    Arrays.setAll(dates, _ -> changes.time());
    bounds = Arrays.stream(dates).distinct().sorted().toArray();
    from = bounds[0];
    to = bounds[bounds.length - 1];
  }

  void run() {
    assertThat(measurements.findLatest(sources)).isEqualTo(model.latest(sources));
    for (var source : sources) {
      assertThat(measurements.read(source, from, to)).isEqualTo(model.read(source, from, to));
      assertThat(measurements.findExtremes(source, from, to))
          .isEqualTo(model.extremes(source, from, to));
      assertThat(measurements.listGroups(source, bounds)).isEqualTo(model.groups(source, bounds));
    }
    compareByDate();
    compareBySeq();
  }

  private void compareByDate() {
    var expected =
        model.all(sources, from, to).stream()
            .sorted(
                Comparator.comparingLong(Measurement::timeMicros)
                    .thenComparingLong(row -> row.source().value()))
            .toList();
    int limit = 1 + expected.size() / 5 + random.nextInt(expected.size() + 1);

    var found = pages(limit, after -> measurements.listByDate(sources, from, to, after, limit));

    assertThat(found).isEqualTo(expected);
  }

  private void compareBySeq() {
    long last = measurements.lastSeq();
    long fromSeq = random.nextBoolean() ? 0 : last - random.nextLong(5_000);
    long toSeq = random.nextBoolean() ? Long.MAX_VALUE : last - random.nextLong(100);
    var expected =
        model.all(sources, Long.MIN_VALUE, Long.MAX_VALUE).stream()
            .filter(row -> row.seq() >= fromSeq && row.seq() <= toSeq)
            .sorted(Comparator.comparingLong(Measurement::seq))
            .toList();
    int limit = 1 + expected.size() / 5 + random.nextInt(expected.size() + 1);

    var found =
        pages(limit, after -> measurements.listBySeq(sources, fromSeq, toSeq, after, limit));

    assertThat(found).isEqualTo(expected);
  }

  /** All pages, one after the other. */
  private static List<Measurement> pages(
      int limit, Function<Optional<Measurement>, List<Measurement>> read) {
    var all = new ArrayList<Measurement>();
    List<Measurement> page = read.apply(Optional.empty());
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page);
      page = read.apply(Optional.of(page.getLast()));
    }
    return all;
  }
}
