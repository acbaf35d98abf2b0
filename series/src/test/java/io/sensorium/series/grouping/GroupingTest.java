package io.sensorium.series.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  private static long micros(String instant) {
    return Micros.of(Instant.parse(instant));
  }

  private static String[] texts(long[] bounds) {
    return Arrays.stream(bounds)
        .mapToObj(bound -> Micros.toInstant(bound).toString())
        .toArray(String[]::new);
  }

  @Test
  void groupsBelowADayBeginAtWholeMultiplesInUtc() {
    var grouping = new Grouping(20, BRUSSELS);

    var bounds = grouping.bounds(micros("2026-03-01T10:05:00Z"), micros("2026-03-01T11:10:00Z"));

    assertThat(texts(bounds))
        .containsExactly(
            "2026-03-01T10:05:00Z",
            "2026-03-01T10:20:00Z",
            "2026-03-01T10:40:00Z",
            "2026-03-01T11:00:00Z",
            "2026-03-01T11:10:00Z");
    assertThat(grouping.startOf(bounds[0])).isEqualTo(micros("2026-03-01T10:00:00Z"));
    assertThat(grouping.startOf(bounds[1])).isEqualTo(bounds[1]);
  }

  @Test
  void daysBeginAtMidnightOfTheZoneAlsoWhenTheClocksChange() {
    var days = new Grouping(1_440, BRUSSELS);

    assertThat(texts(days.bounds(micros("2026-03-27T23:00:00Z"), micros("2026-03-30T22:00:00Z"))))
        .containsExactly(
            "2026-03-27T23:00:00Z",
            "2026-03-28T23:00:00Z",
            "2026-03-29T22:00:00Z",
            "2026-03-30T22:00:00Z");
    assertThat(texts(days.bounds(micros("2026-10-24T22:00:00Z"), micros("2026-10-26T23:00:00Z"))))
        .containsExactly("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z");
  }

  @Test
  void aDayWhoseMidnightTheClocksLeaveOutBeginsWhenTheyGoOn() {
    var days = new Grouping(1_440, ZoneId.of("America/Sao_Paulo"));

    assertThat(texts(days.bounds(micros("2018-11-03T03:00:00Z"), micros("2018-11-05T02:00:00Z"))))
        .containsExactly("2018-11-03T03:00:00Z", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Brussels", "America/Sao_Paulo", "America/Havana", "Asia/Beirut", "UTC"})
  void everyInstantLiesInOneGroup(String zone) {
    var random = new Random(zone.hashCode());
    for (int i = 0; i < 3_000; i++) {
      var grouping = new Grouping(1 + random.nextLong(5_000), ZoneId.of(zone));
      long from = micros("2012-01-01T00:00:00Z") + random.nextLong(10 * 365 * Micros.PER_DAY);
      long to = from + 1 + random.nextLong(10 * Micros.PER_DAY);

      var bounds = grouping.bounds(from, to);

      assertThat(bounds).startsWith(from).endsWith(to).isSorted().doesNotHaveDuplicates();
      assertThat(bounds.length - 1L).isEqualTo(grouping.count(from, to));
      for (int group = 0; group + 1 < bounds.length; group++) {
        long inside = bounds[group] + random.nextLong(bounds[group + 1] - bounds[group]);
        assertThat(grouping.startOf(inside)).isEqualTo(grouping.startOf(bounds[group]));
        assertThat(group == 0 || grouping.startOf(inside) == bounds[group]).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H, 1",
    "PT3H20M, 1",
    "PT24H, 10",
    "P7D, 60",
    "P31D, 240",
    "P365D, 2880",
    "P3650D, 23040",
  })
  void theAutomaticWidthGivesAboutTwoHundredGroups(String period, long minutes) {
    long length = Duration.parse(period).toNanos() / 1_000;

    assertThat(Grouping.automatic(0, length, ZoneOffset.UTC).minutes()).isEqualTo(minutes);
  }

  @Test
  void theNearestWidthGivesBetweenHalfAndDoubleTheGroupsWished() {
    var random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      long count = 1 + random.nextLong(1_000);
      long length = Micros.PER_MINUTE * count + random.nextLong(20 * 365 * Micros.PER_DAY);

      var grouping = Grouping.nearest(0, length, count, ZoneOffset.UTC);

      double groups = (double) length / Micros.PER_MINUTE / grouping.minutes();
      assertThat(groups).isBetween(count / 2.0, count * 2.0);
    }
  }

  @Test
  void aPeriodWithoutLengthHasNoGroups() {
    assertThat(new Grouping(5, BRUSSELS).bounds(77, 77)).hasSize(1);
    assertThat(Grouping.automatic(77, 77, BRUSSELS).minutes()).isEqualTo(1);
  }

  @Test
  void aWidthMustBePositive() {
    assertThatThrownBy(() -> new Grouping(0, BRUSSELS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
