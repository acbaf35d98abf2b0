package io.sensorium.server.contract;

import static io.sensorium.server.contract.GatewayClient.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published sensor API: the latest measurements, extremes and groups. */
class SensorReadingContractTest {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");

  /** A row every ten minutes of a bit more than a week, and one old one. */
  private static final Duration STEP = Duration.ofMinutes(10);

  private static final int ROWS = 8 * 24 * 6;

  private static Instant newest = Instant.EPOCH;

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Person anna;
  private static long temp;
  private static long humi;
  private static long old;
  private static long empty;
  private static long elsewhere;

  @BeforeAll
  static void eightDays() {
    newest = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    site = SensorSite.start(directory);
    anna = site.newPerson("anna");
    var gateway = site.newGateway("10000000", anna);
    var paired = gateway.pair("aa00bb01", "temp", "humi", "batt", "light");
    temp = paired.source("temp");
    humi = paired.source("humi");
    old = paired.source("batt");
    empty = paired.source("light");
    var rows = new ArrayList<String>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(row("aa00bb01", "temp", at(i), value(i)));
    }
    rows.add(row("aa00bb01", "humi", newest.minusSeconds(60), 55.125));
    rows.add(row("aa00bb01", "batt", newest.minus(21, ChronoUnit.DAYS), 2.9871));
    gateway.send(rows.toArray(String[]::new));
    elsewhere = site.newGateway("10000001", anna).pair("aa00bb02", "temp").source("temp");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static Instant at(int i) {
    return newest.minus(STEP.multipliedBy(ROWS - 1 - i));
  }

  private static double value(int i) {
    return (i * 7_919 % 1_009) / 8.0;
  }

  private static Instant date(JsonNode row) {
    return OffsetDateTime.parse(row.path("date").asString(), DATE).toInstant();
  }

  private static Reply read(String query) {
    return anna.get("/v1/measurements?" + query);
  }

  @ParameterizedTest
  @CsvSource({
    "'', data_sources",
    "'type=latest', data_sources",
    "'data_sources=&type=latest', data_sources",
    "'data_sources=%d', type",
    "'data_sources=%d&type=', type",
    "'data_sources=abc&type=latest', data_sources",
    "'data_sources=%d,x&type=latest', data_sources",
    "'data_sources=%d;2&type=latest', data_sources",
    "'data_sources=%d&type=newest', type",
    "'data_sources=%d&type=RAW', type",
    "'data_sources=%d&type=raw,latest', type",
  })
  void dataSourcesAndOneOfFourTypesAreRequired(String query, String parameter) {
    assertThat(read(query.replace("%d", Long.toString(temp))).error())
        .isEqualTo("400 invalid_parameter/" + parameter);
  }

  @Test
  void sourcesOfOneGatewayAreMappedByTheirIds() {
    var map = read("data_sources=" + temp + "," + humi + "&type=latest").ok("measurements");

    assertThat(map.isObject()).isTrue();
    assertThat(map.propertyNames()).containsExactly(Long.toString(temp), Long.toString(humi));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "min_max", "range", "raw"})
  void sourcesOfTwoGatewaysAreAnErrorWithoutData(String type) {
    var answer = read("data_sources=" + temp + "," + elsewhere + "&type=" + type);

    assertThat(answer.error()).isEqualTo("400 invalid_parameter/data_sources");
    assertThat(answer.json().has("measurements")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "min_max", "range", "raw"})
  void aSourceWithoutDataIsAbsent(String type) {
    assertThat(read("data_sources=" + empty + "&type=" + type).ok("measurements")).isEmpty();
  }

  @Test
  void aRowHasTheFieldsOfTheService() {
    assertThat(anna.measured(humi, "type=latest").toString())
        .matches(
            "\\{\"date\":\"[^\"]+\\+0000\",\"value\":55.125,\"type\":1,\"seq\":\\d{16},"
                + "\"min\":null,\"max\":null}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&from=2001-01-01&to=2001-02-01", "&from=x&to=y"})
  void theLatestIsTheNewestByDateWhateverThePeriod(String period) {
    assertThat(date(anna.measured(temp, "type=latest" + period))).isEqualTo(newest);
    assertThat(anna.measured(old, "type=latest" + period).path("value").asDouble())
        .isEqualTo(2.9871);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&from=abc", "&to=abc", "&from=abc&to=abc", "&from=2999-01-01"})
  void aMissingOrInvalidPeriodIsTheLastWeek(String period) {
    var before = Instant.now();
    var rows = anna.measured(temp, "type=raw" + period);
    var after = Instant.now();

    int most = 0;
    int least = 0;
    for (int i = 0; i < ROWS; i++) {
      most += at(i).isBefore(before.minus(7, ChronoUnit.DAYS)) ? 0 : 1;
      least += at(i).isBefore(after.minus(7, ChronoUnit.DAYS)) ? 0 : 1;
    }
    assertThat(rows.size()).isBetween(least, most);
    assertThat(date(rows.get(rows.size() - 1))).isEqualTo(newest);
  }

  @Test
  void fromAloneGoesUpToNowAndToAloneAWeekBack() {
    assertThat(anna.measured(temp, "type=raw&from=" + at(ROWS - 10))).hasSize(10);
    var rows = anna.measured(temp, "type=raw&to=" + at(ROWS - 10));

    assertThat(date(rows.get(rows.size() - 1))).isEqualTo(at(ROWS - 11));
    assertThat(rows).hasSize(7 * 24 * 6);
  }

  @Test
  void minMaxIsAsCountedByHandWithTheFirstDatesThatHaveThem() {
    int first = 100;
    int last = 900;
    int min = first;
    int max = first;
    for (int i = first; i < last; i++) {
      min = value(i) < value(min) ? i : min;
      max = value(i) > value(max) ? i : max;
    }

    var found = anna.measured(temp, "type=min_max&from=" + at(first) + "&to=" + at(last));

    assertThat(found.propertyNames()).containsExactly("min", "max");
    assertThat(found.path("min").propertyNames()).containsExactly("value", "date");
    assertThat(found.path("min").path("value").asDouble()).isEqualTo(value(min));
    assertThat(found.path("max").path("value").asDouble()).isEqualTo(value(max));
    assertThat(date(found.path("min"))).isEqualTo(at(min));
    assertThat(date(found.path("max"))).isEqualTo(at(max));
  }

  @Test
  void aRangeIsMeanMinAndMaxOfTheRowsOfEachGroup() {
    var query = "&from=" + at(100) + "&to=" + at(900);
    var groups = anna.measured(temp, "type=range&interval=60" + query);

    assertThat(groups.get(0).propertyNames())
        .containsExactly("date", "value", "type", "seq", "min", "max", "count");
    int counted = 0;
    for (var group : groups) {
      var values = valuesIn(date(group), date(group).plus(1, ChronoUnit.HOURS));
      counted += values.size();
      assertThat(group.path("type").asInt()).isEqualTo(10);
      assertThat(group.path("seq").isNull()).isTrue();
      assertThat(group.path("count").asInt()).isEqualTo(values.size());
      assertThat(group.path("min").asDouble())
          .isEqualTo(values.stream().mapToDouble(v -> v).min().orElseThrow());
      assertThat(group.path("max").asDouble())
          .isEqualTo(values.stream().mapToDouble(v -> v).max().orElseThrow());
      assertThat(group.path("value").asDouble())
          .isCloseTo(values.stream().mapToDouble(v -> v).average().orElseThrow(), within(1e-9));
    }
    assertThat(counted).isEqualTo(800);
  }

  /** Of the rows 100 to 899. */
  private static List<Double> valuesIn(Instant from, Instant to) {
    var values = new ArrayList<Double>();
    for (int i = 100; i < 900; i++) {
      if (!at(i).isBefore(from) && at(i).isBefore(to)) {
        values.add(value(i));
      }
    }
    return values;
  }

  @Test
  void aRangeCutsTheWidthToThePeriod() {
    var now = newest.plusSeconds(1);
    var day =
        read(
            "data_sources=%d&type=range&from=%s&to=%s"
                .formatted(temp, now.minus(1, ChronoUnit.DAYS), now));
    var year =
        read(
            "data_sources=%d&type=range&from=%s&to=%s"
                .formatted(temp, now.minus(365, ChronoUnit.DAYS), now));

    assertThat(year.ok("interval").asInt()).isGreaterThan(20 * day.ok("interval").asInt());
    assertThat(24 * 60 / day.ok("interval").asInt()).isBetween(100, 400);
    assertThat(365 * 24 * 60 / year.ok("interval").asInt()).isBetween(100, 400);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 50, 100, 333})
  void ticksIsAboutTheNumberOfRowsOfAFullPeriod(int ticks) {
    var rows = anna.measured(temp, "type=range&ticks=" + ticks);

    assertThat(rows.size()).isBetween(ticks / 2, 2 * ticks);
  }

  @Test
  void anIntervalIsInMinutesExactAndBeforeTicks() {
    var answer = read("data_sources=" + temp + "&type=range&interval=60&ticks=3");
    var odd = read("data_sources=" + temp + "&type=range&interval=37");

    assertThat(answer.ok("interval").asInt()).isEqualTo(60);
    assertThat(odd.ok("interval").asInt()).isEqualTo(37);
    assertThat(answer.json().propertyNames())
        .containsExactly("code", "max_age", "time", "measurements", "interval");
    var rows = answer.ok("measurements").path(Long.toString(temp));
    for (int i = 1; i < rows.size(); i++) {
      assertThat(Duration.between(date(rows.get(i - 1)), date(rows.get(i)))).hasMinutes(60);
      assertThat(date(rows.get(i)).getEpochSecond() % 3_600).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+0000", "%2B0000", "+00:00", "Z", ""})
  void datesAreReadInEveryFormThatTheServiceKnows(String zone) {
    var from = at(ROWS - 3).toString().replace("Z", "") + zone;

    assertThat(anna.measured(temp, "type=raw&from=" + from)).hasSize(3);
  }

  @Test
  void theLatestMayBeKeptUntilTheNextIsDueAndAClosedPeriodLong() {
    int latest = read("data_sources=" + temp + "&type=latest").ok("max_age").asInt();
    var closed = "&from=" + at(0) + "&to=" + at(100);

    assertThat(latest).isBetween(5, 900);
    assertThat(read("data_sources=" + temp + "&type=raw" + closed).ok("max_age").asInt())
        .isEqualTo(900);
    assertThat(read("data_sources=" + empty + "&type=latest").ok("max_age").asInt()).isEqualTo(5);
  }
}
