package io.sensorium.intake.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.series.SentSeries.SensorName;
import java.util.ArrayList;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesTableTest {

  private static final GatewayId GATEWAY = new GatewayId(1);
  private static final SourceHint HINT = SourceHint.of(SourceType.get(100));

  private final SeriesCache cache =
      new SeriesCache(SeriesCache.DEFAULT_MAX_BYTES, new SplittableRandom(1));

  @Test
  void eachOfManyNamesIsFoundAmongTheOthers() {
    var table = cache.of(GATEWAY);
    for (int name = 0; name < 10_000; name++) {
      add(table, "series-" + name);
    }

    for (int name = 0; name < 10_000; name++) {
      var found = Objects.requireNonNull(find(table, "series-" + name));
      assertThat(found.sensor().serial()).isEqualTo("series-" + name);
    }
    assertThat(find(table, "series-10000")).isNull();
  }

  @Test
  void gatewaysDoNotShareNames() {
    add(cache.of(GATEWAY), "room");

    assertThat(find(cache.of(new GatewayId(2)), "room")).isNull();
  }

  @Test
  void namesThatManyThreadsAddAtOnceAreKeptOnce() throws Exception {
    var table = cache.of(GATEWAY);
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var added = new ArrayList<Future<SentSeries>>();
      for (int thread = 0; thread < 4; thread++) {
        added.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int name = 0; name < 2_000; name++) {
                    add(table, "series-" + name);
                  }
                  return add(table, "series-0");
                }));
      }
      start.countDown();

      for (var series : added) {
        assertThat(series.get()).isSameAs(find(table, "series-0"));
      }
    }
  }

  @Test
  void whatDoesNotFitTheMemoryIsNotKeptAndWhatIsKeptGoesOnBeingFound() {
    var small = new SeriesCache(100_000, new SplittableRandom(1));
    for (int name = 0; name < 1_000; name++) {
      add(small.of(GATEWAY), "series-" + name);
    }

    assertThat(small.usedBytes()).isBetween(90_000L, 100_000L);
    assertThat(find(small.of(GATEWAY), "series-0")).isNotNull();
    assertThat(find(small.of(GATEWAY), "series-999")).isNull();
  }

  @Test
  void namesOfThePastGiveWayToThoseOfThePresent() {
    var small = new SeriesCache(100_000, new SplittableRandom(1));
    for (int name = 0; name < 20_000; name++) {
      add(small.of(GATEWAY), "series-" + name);
    }

    assertThat(find(small.of(GATEWAY), "series-0")).isNull();
    assertThat(small.usedBytes()).isPositive();
  }

  @Test
  void aFieldIsKeptWithItsSeries() {
    var series = add(cache.of(GATEWAY), "room");
    var temperature = field(series, "temperature");

    assertThat(field(series, "temperature")).isSameAs(temperature);
    assertThat(temperature.source()).hasToString("room/temperature");
    assertThat(temperature.isAt("temperature=1".getBytes(UTF_8), 0, 13, (byte) '=')).isTrue();
    assertThat(temperature.isAt("temperature_2=1".getBytes(UTF_8), 0, 15, (byte) '=')).isFalse();
    assertThat(temperature.isAt("temperature".getBytes(UTF_8), 0, 11, (byte) '=')).isFalse();
  }

  private static SentSeries add(SeriesTable table, String name) {
    var bytes = name.getBytes(UTF_8);
    return table.findOrAdd(bytes, 0, bytes.length, new SensorName(name, null, name));
  }

  private static @Nullable SentSeries find(SeriesTable table, String name) {
    var bytes = ("-" + name).getBytes(UTF_8);
    return table.find(bytes, 1, bytes.length);
  }

  private static SentField field(SentSeries series, String name) {
    var bytes = name.getBytes(UTF_8);
    return series.add(bytes, 0, bytes.length, name, HINT);
  }
}
