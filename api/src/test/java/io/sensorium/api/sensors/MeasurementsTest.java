package io.sensorium.api.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.time.Micros;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MeasurementsTest {

  @TempDir private Path folder;
  private SensorServer server;
  private SensorClient anna;
  private SensorUser owner;
  private DataSource temp;
  private DataSource humi;
  private DataSource elsewhere;

  @BeforeEach
  void twoGateways() {
    server = SensorServer.start(folder);
    owner = server.newUser("anna@example.com");
    var first = server.newGateway("10000000", owner);
    var second = server.newGateway("10000001", owner);
    var sources = server.newSensor(first, "aa00bb01", "temp", "humi").sources();
    temp = sources.get(0);
    humi = sources.get(1);
    elsewhere = server.newSensor(second, "aa00bb02", "temp").sources().getFirst();
    anna = server.client("anna@example.com");
  }

  @AfterEach
  void stop() {
    anna.close();
    server.close();
  }

  private Instant now() {
    return server.clock.instant();
  }

  private SensorAnswer ask(DataSource source, String more) {
    return anna.get("/v1/measurements?data_sources=" + source.id() + "&" + more);
  }

  private List<JsonNode> rows(DataSource source, String more) {
    var rows = ask(source, more).member("measurements").path(source.id().toString());
    return rows.isArray() ? rows.valueStream().toList() : List.of();
  }

  private static List<String> texts(List<JsonNode> rows, String field) {
    return rows.stream().map(row -> row.path(field).asString("null")).toList();
  }

  @Test
  void theLatestIsOneRowForEachSourceThatHasAny() {
    server.measure(temp, now().minus(Duration.ofDays(21)), 19.5);
    server.measure(temp, now().minusSeconds(56), 20.34);
    server.measure(temp, now().minusSeconds(3_000), 18);
    var latest = server.measurements.findLatest(List.of(temp.id())).get(temp.id());
    var seq = Objects.requireNonNull(latest).seq();

    var answer =
        anna.get(
            "/v1/measurements?data_sources="
                + humi.id()
                + ","
                + temp.id()
                + "&type=latest&from=2026-01-01&to=2026-01-02");

    assertThat(answer.text())
        .contains(
            "\"measurements\":{\""
                + temp.id()
                + "\":{\"date\":\"2026-09-13T16:59:04+0000\","
                + "\"value\":20.34,\"type\":1,\"seq\":"
                + seq
                + ",\"min\":null,\"max\":null}}}");
    assertThat(answer.json().path("max_age").asInt()).isEqualTo(5);
    assertThat(ask(temp, "type=latest").json().path("max_age").asInt()).isEqualTo(844);
  }

  @Test
  void extremesHaveTheFirstDateThatHasThem() {
    server.measure(temp, now().minusSeconds(4_000), 5);
    server.measure(temp, now().minusSeconds(3_000), -7.25);
    server.measure(temp, now().minusSeconds(2_000), 5);
    server.measure(temp, now().minusSeconds(1_000), -7.25);
    server.measure(temp, now().minus(Duration.ofDays(8)), 99);

    var answer = ask(temp, "type=min_max");

    assertThat(answer.text())
        .contains(
            "\""
                + temp.id()
                + "\":{\"min\":{\"value\":-7.25,\"date\":\"2026-09-13T16:10:00+0000\"}"
                + ",\"max\":{\"value\":5,\"date\":\"2026-09-13T15:53:20+0000\"}}");
    assertThat(ask(humi, "type=min_max").member("measurements")).isEmpty();
  }

  @Test
  void aRangeHasMeanMinAndMaxOfEachGroup() {
    server.measure(temp, Instant.parse("2026-09-13T10:00:00Z"), 1);
    server.measure(temp, Instant.parse("2026-09-13T10:59:59Z"), 2);
    server.measure(temp, Instant.parse("2026-09-13T12:30:00Z"), 5.5);

    var answer = ask(temp, "type=range&interval=60&from=2026-09-13T09:30Z&to=2026-09-13T14:00Z");

    assertThat(answer.text())
        .contains(
            "\"measurements\":{\""
                + temp.id()
                + "\":["
                + "{\"date\":\"2026-09-13T10:00:00+0000\",\"value\":1.5,\"type\":10,\"seq\":null,"
                + "\"min\":1,\"max\":2,\"count\":2},"
                + "{\"date\":\"2026-09-13T12:00:00+0000\",\"value\":5.5,\"type\":10,\"seq\":null,"
                + "\"min\":5.5,\"max\":5.5,\"count\":1}]},\"interval\":60}");
  }

  @Test
  void emptyGroupsAreFilledWhenThatIsWished() {
    server.measure(temp, Instant.parse("2026-09-13T10:00:00Z"), 1);
    server.measure(temp, Instant.parse("2026-09-13T12:30:00Z"), 5);
    var period = "type=range&interval=60&from=2026-09-13T09:30Z&to=2026-09-13T14:00Z&fill=";

    var blank = rows(temp, period + "blank");
    var linear = rows(temp, period + "linear");

    assertThat(texts(blank, "date"))
        .extracting(date -> date.substring(11, 13))
        .containsExactly("09", "10", "11", "12", "13");
    assertThat(texts(blank, "value")).containsExactly("null", "1", "null", "5", "null");
    assertThat(texts(blank, "type")).containsExactly("20", "10", "20", "10", "20");
    assertThat(texts(linear, "value")).containsExactly("1", "3", "5");
    assertThat(texts(linear, "type")).containsExactly("10", "30", "10");
    assertThat(linear.get(1).path("count").asInt()).isZero();
    assertThat(linear.get(1).path("min").isNull()).isTrue();
    assertThat(rows(humi, period + "blank")).isEmpty();
    assertThat(ask(temp, period + "zigzag").error()).isEqualTo("400 invalid_parameter/fill");
  }

  @Test
  void theWidthFollowsThePeriodTheTicksOrTheInterval() {
    for (int hour = 0; hour < 7 * 24; hour++) {
      server.measure(temp, now().minus(Duration.ofHours(hour)).minusSeconds(1), hour);
    }

    assertThat(ask(temp, "type=range").json().path("interval").asInt()).isEqualTo(60);
    assertThat(rows(temp, "type=range&ticks=50")).hasSizeBetween(25, 100);
    assertThat(ask(temp, "type=range&ticks=50&interval=77").json().path("interval").asInt())
        .isEqualTo(77);
    assertThat(ask(temp, "type=range&from=2025-09-13").json().path("interval").asInt())
        .isEqualTo(2_880);
    assertThat(ask(temp, "type=range&from=0001-01-01&to=9999-01-01").status()).isEqualTo(200);
    assertThat(ask(temp, "type=range&from=0001-01-01&ticks=1000000000").status()).isEqualTo(200);
    assertThat(ask(temp, "type=range&from=0001-01-01&interval=1").error())
        .isEqualTo("400 invalid_parameter/interval");
  }

  @Test
  void daysBeginAtTheUsersMidnight() {
    anna.post("/v1/users/" + owner.id(), "tz=Europe/Copenhagen");
    server.measure(temp, Instant.parse("2026-09-11T21:59:59Z"), 1);
    server.measure(temp, Instant.parse("2026-09-11T22:00:00Z"), 2);

    assertThat(texts(rows(temp, "type=range&interval=1440"), "date"))
        .containsExactly("2026-09-10T22:00:00+0000", "2026-09-11T22:00:00+0000");
  }

  @ParameterizedTest
  @CsvSource({
    "ticks=0, ticks",
    "ticks=-1, ticks",
    "ticks=x, ticks",
    "ticks=1.5, ticks",
    "ticks=NaN, ticks",
    "interval=0, interval",
    "interval=x, interval",
    "interval=99999999999, interval"
  })
  void aWidthMustBeAPositiveWholeNumber(String query, String parameter) {
    assertThat(ask(temp, "type=range&" + query).error())
        .isEqualTo("400 invalid_parameter/" + parameter);
  }

  @Test
  void rawIsEveryStoredRowAsItIs() {
    var at = now().minusSeconds(500);
    server.measure(temp, at.minus(Duration.ofDays(8)), 1);
    server.measure(
        temp,
        Series.builder(4)
            .add(Micros.of(at), 0.1 + 0.2, MeasurementType.REGULAR.code(), 0)
            .add(Micros.of(at) + 1, -3, MeasurementType.BUTTON.code(), 0)
            .add(Micros.of(at) + 2, Double.NaN, MeasurementType.BLANK.code(), 0)
            .build());

    var rows = rows(temp, "type=raw");

    assertThat(texts(rows, "value")).containsExactly("0.30000000000000004", "-3", "null");
    assertThat(texts(rows, "type")).containsExactly("1", "5", "20");
    assertThat(rows.get(0).propertyNames())
        .containsExactly("date", "value", "type", "seq", "min", "max");
    assertThat(ask(temp, "type=raw").json().has("next")).isFalse();
    assertThat(rows(temp, "type=raw&from=abc&to=xyz")).isEqualTo(rows);
    assertThat(ask(temp, "type=raw&from=2026-09-01&to=2026-09-02").json().path("max_age").asInt())
        .isEqualTo(900);
  }

  @Test
  void sequenceNumbersAreBoundsThatAreIncluded() {
    server.measure(temp, now().minus(Duration.ofDays(21)), 1);
    server.measure(temp, now().minusSeconds(100), 2);
    server.measure(temp, now().minus(Duration.ofDays(3)), 3);
    var seqs = texts(rows(temp, "type=raw&seq_from=0"), "seq");

    assertThat(seqs).hasSize(3).isSorted();
    assertThat(texts(rows(temp, "type=raw&seq_from=" + seqs.get(1)), "value"))
        .containsExactly("2", "3");
    assertThat(texts(rows(temp, "type=raw&seq_to=" + seqs.get(1)), "value"))
        .containsExactly("1", "2");
    assertThat(
            texts(
                rows(temp, "type=raw&seq_from=" + seqs.get(1) + "&seq_to=" + seqs.get(1)), "value"))
        .containsExactly("2");
    assertThat(rows(temp, "type=raw&seq_from=9&seq_to=8")).isEmpty();
    assertThat(ask(temp, "type=raw&seq_from=x").error())
        .isEqualTo("400 invalid_parameter/seq_from");
    assertThat(ask(temp, "type=raw&seq_to=-1").error()).isEqualTo("400 invalid_parameter/seq_to");
  }

  @ParameterizedTest
  @CsvSource({"''", "&seq_from=0"})
  void pagesStayWhereTheyAreWhileRowsAreInserted(String more) {
    fill(temp, 6_001);
    fill(humi, 6_000);
    var query = "/v1/measurements?data_sources=" + temp.id() + "," + humi.id() + "&type=raw" + more;
    var seen = new HashSet<String>();
    var sizes = new ArrayList<Integer>();

    var answer = anna.get(query);
    while (true) {
      int size = 0;
      for (var source : List.of(temp, humi)) {
        for (var row : answer.member("measurements").path(source.id().toString())) {
          assertThat(seen.add(source.id() + "/" + row.path("seq").asString())).isTrue();
          size++;
        }
      }
      sizes.add(size);
      if (!answer.json().has("next")) {
        break;
      }
      server.clock.move(Duration.ofSeconds(30));
      server.measure(temp, now().minusSeconds(20), 1_000 + sizes.size());
      server.measure(temp, now().minus(Duration.ofDays(6)).plusSeconds(sizes.size()), 7);
      answer = anna.get(query + "&offset=" + answer.json().path("next").asString());
    }

    boolean bySeq = !more.isEmpty();
    assertThat(sizes).containsExactly(5_000, 5_000, bySeq ? 2_005 : 2_001);
    assertThat(seen).hasSize(bySeq ? 12_005 : 12_001);
  }

  /** One row every half minute before now. */
  private void fill(DataSource source, int count) {
    var rows = Series.builder(count);
    for (int i = count; i > 0; i--) {
      rows.add(Micros.of(now()) - 30L * i * Micros.PER_SECOND, i % 100, 1, 0);
    }
    server.measure(source, rows.build());
  }

  @ParameterizedTest
  @CsvSource({
    "type=latest, 400 invalid_parameter/data_sources",
    "data_sources=&type=latest, 400 invalid_parameter/data_sources",
    "data_sources=x&type=latest, 400 invalid_parameter/data_sources",
    "data_sources=1, 400 invalid_parameter/type",
    "data_sources=1&type=, 400 invalid_parameter/type",
    "data_sources=1&type=LATEST, 400 invalid_parameter/type",
    "data_sources=99999&type=latest, 404 not_found/",
    "data_sources=1&type=raw&offset=x, 400 invalid_parameter/offset",
  })
  void whatIsMissingOrWrongIsNamed(String query, String error) {
    assertThat(anna.get("/v1/measurements?" + query).error()).isEqualTo(error);
  }

  @Test
  void sourcesOfTwoGatewaysAreAnErrorAndGiveNoData() {
    server.measure(temp, now(), 1);

    var answer =
        anna.get("/v1/measurements?type=latest&data_sources=" + temp.id() + "," + elsewhere.id());

    assertThat(answer.error()).isEqualTo("400 invalid_parameter/data_sources");
    assertThat(answer.json().has("measurements")).isFalse();
  }

  @Test
  void aRowThatIsThereCanBeCorrected() {
    var at = now().minusSeconds(500);
    server.measure(temp, at, 99);
    var seq = rows(temp, "type=raw").getFirst().path("seq").asLong();

    var byDate =
        anna.post(
            "/v1/measurements/corrections",
            "data_source=" + temp.id() + "&value=20.5&date=" + at.toString());

    assertThat(byDate.member("corrected").asInt()).isOne();
    assertThat(texts(rows(temp, "type=raw"), "value")).containsExactly("20.5");
    long corrected = byDate.member("seq").asLong();
    assertThat(corrected).isGreaterThan(seq);
    var bySeq =
        anna.postJson(
            "/v1/measurements/corrections",
            "{\"measurements\":[{\"data_source\":%s,\"seq\":%d,\"value\":21}]}"
                .formatted(temp.id(), corrected));
    assertThat(bySeq.status()).isEqualTo(200);
    assertThat(texts(rows(temp, "type=raw"), "value")).containsExactly("21");
    assertThat(
            anna.post(
                    "/v1/measurements/corrections",
                    "data_source=" + temp.id() + "&value=1&date=2026-01-01")
                .error())
        .isEqualTo("404 not_found/");
    assertThat(
            anna.post(
                    "/v1/measurements/corrections",
                    "data_source=" + temp.id() + "&value=NaN&date=" + at)
                .error())
        .isEqualTo("400 invalid_parameter/value");
  }
}
