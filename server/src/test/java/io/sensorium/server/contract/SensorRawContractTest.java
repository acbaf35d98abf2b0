package io.sensorium.server.contract;

import static io.sensorium.server.contract.GatewayClient.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published sensor API: raw measurements, by date and by sequence number. */
class SensorRawContractTest {

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant longAgo = start.minus(21, ChronoUnit.DAYS);

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Person anna;
  private static int gateways;
  private GatewayClient gateway = new GatewayClient(0, "", "", site.plain());
  private String sensor = "";
  private long temp;
  private long humi;

  @BeforeAll
  static void start() {
    site = SensorSite.start(directory);
    anna = site.newPerson("anna");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void aGateway() {
    gateway = site.newGateway("1000000" + ++gateways, anna);
    sensor = "aa00bb0" + gateways;
    var paired = gateway.pair(sensor, "temp", "humi");
    temp = paired.source("temp");
    humi = paired.source("humi");
  }

  private long send(String source, Instant date, double value) {
    return gateway.send(row(sensor, source, date, value)).path("seq").asLong();
  }

  /** Rows a second apart. */
  private void fill(String source, Instant first, int count) {
    for (int done = 0; done < count; done += 10_000) {
      int part = Math.min(10_000, count - done);
      int start = done;
      var rows =
          IntStream.range(0, part)
              .mapToObj(i -> row(sensor, source, first.plusSeconds(start + i), start + i))
              .collect(Collectors.joining(","));
      gateway.sendAll(rows, part);
    }
  }

  private List<Long> seqs(String query) {
    var seqs = new ArrayList<Long>();
    anna.measured(temp, "type=raw&" + query).forEach(row -> seqs.add(row.path("seq").asLong()));
    return seqs;
  }

  @Test
  void everyStoredRowIsThereOnceWithAllItsDigitsButtonsIncluded() {
    var values = List.of(20.34, -0.1, 1e-7, 123456789.123, 0.1 + 0.2, 5e300);
    for (int i = 0; i < values.size(); i++) {
      send("temp", start.minusSeconds(600 - i), values.get(i));
    }
    gateway.send(row(sensor, "temp", start.minusSeconds(60), 21.5, 5));

    var rows = anna.measured(temp, "type=raw");

    assertThat(rows)
        .extracting(row -> row.path("value").asDouble())
        .containsExactly(20.34, -0.1, 1e-7, 123456789.123, 0.1 + 0.2, 5e300, 21.5);
    assertThat(rows.get(6).path("type").asInt()).isEqualTo(5);
    assertThat(rows.get(0).propertyNames())
        .containsExactly("date", "value", "type", "seq", "min", "max");
    assertThat(anna.get("/v1/measurements?type=raw&data_sources=" + temp).text())
        .contains("\"value\":20.34,", "\"value\":-0.1,", "\"value\":123456789.123,");
  }

  @Test
  void aRowThatIsSentTwiceIsThereOnce() {
    send("temp", start.minusSeconds(600), 20.34);
    send("temp", start.minusSeconds(600), 20.34);

    assertThat(seqs("")).hasSize(1);
  }

  @Test
  void sequenceNumbersAskForRowsOfAnyAge() {
    long first = send("temp", longAgo, 1);
    long second = send("temp", longAgo.plusSeconds(1), 2);
    long third = send("temp", start.minusSeconds(60), 3);

    assertThat(seqs("")).containsExactly(third);
    assertThat(seqs("seq_from=" + first)).containsExactly(first, second, third);
    assertThat(seqs("seq_from=" + second)).containsExactly(second, third);
    assertThat(seqs("seq_to=" + second)).containsExactly(first, second);
    assertThat(seqs("seq_from=" + second + "&seq_to=" + second)).containsExactly(second);
    assertThat(seqs("seq_from=" + first + "&from=2001-01-01&to=2001-01-02")).hasSize(3);
  }

  @Test
  void sequenceNumbersRiseInTheOrderOfStoringWhateverTheDates() {
    long before = 1_000 * Instant.now().minusSeconds(1).toEpochMilli();
    long newer = send("temp", start.minusSeconds(60), 2);
    long late = send("temp", longAgo, 1);
    long other = send("humi", longAgo, 1);
    long corrected = send("temp", longAgo, 5);

    assertThat(List.of(before, newer, late, other, corrected)).isSorted().doesNotHaveDuplicates();
    assertThat(seqs("seq_from=0")).containsExactly(newer, corrected);
    assertThat(anna.measured(temp, "type=latest").path("seq").asLong()).isEqualTo(newer);
  }

  @Test
  void aGatewayCannotChooseASequenceNumber() {
    var row =
        "{\"sensor\":\"%s\",\"source\":\"temp\",\"date\":\"%s\",\"value\":1,\"seq\":7}"
            .formatted(sensor, start.minusSeconds(60));

    long seq = gateway.send(row).path("seq").asLong();

    assertThat(seq).isGreaterThan(1_000_000_000_000_000L);
    assertThat(seqs("seq_from=0")).containsExactly(seq);
  }

  @Test
  void aPageHasFiveThousandRowsOfAllSourcesTogether() {
    fill("temp", start.minusSeconds(10_000), 6_001);
    fill("humi", start.minusSeconds(10_000), 6_000);
    var sizes = new ArrayList<Integer>();

    read("seq_from=0", page -> sizes.add(size(page)));

    assertThat(sizes).containsExactly(5_000, 5_000, 2_001);
    sizes.clear();
    read("from=" + start.minusSeconds(10_000), page -> sizes.add(size(page)));
    assertThat(sizes).containsExactly(5_000, 5_000, 2_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seq_from=0", "seq_to=9999999999999999", "from=2020-01-01"})
  void nextGoesOnWithoutGapOrDoubleWhileRowsAreInserted(String query) {
    fill("temp", start.minusSeconds(20_000), 11_000);
    var seen = new ArrayList<Long>();

    read(
        query,
        page -> {
          page.path(Long.toString(temp)).forEach(row -> seen.add(row.path("value").asLong()));
          fill("temp", longAgo.plusSeconds(seen.size()), 10);
          fill("humi", start.minusSeconds(15_000).plusSeconds(seen.size()), 10);
        });

    var initial = new HashSet<>(seen);
    assertThat(initial).containsAll(IntStream.range(0, 11_000).mapToObj(i -> (long) i).toList());
    assertThat(seen.stream().filter(value -> value >= 10)).doesNotHaveDuplicates();
  }

  @Test
  void aCorrectedRowHasItsNewValueAndNumber() {
    long first = send("temp", start.minusSeconds(60), 20);
    var form = "data_source=" + temp + "&seq=" + first + "&value=21.25";

    long corrected = anna.post("/v1/measurements/corrections", form).ok("seq").asLong();

    assertThat(corrected).isGreaterThan(first);
    var rows = anna.measured(temp, "type=raw");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).path("value").asDouble()).isEqualTo(21.25);
    assertThat(rows.get(0).path("seq").asLong()).isEqualTo(corrected);
  }

  private static int size(JsonNode page) {
    int size = 0;
    for (var rows : page) {
      size += rows.size();
    }
    return size;
  }

  /** Reads page after page as the documentation says: next is the offset of the request after. */
  private void read(String query, Consumer<JsonNode> pages) {
    var target = "/v1/measurements?type=raw&data_sources=" + temp + "," + humi + "&" + query;
    var page = anna.get(target);
    pages.accept(page.ok("measurements"));
    while (page.ok().has("next")) {
      page = anna.get(target + "&offset=" + page.ok("next").asString());
      pages.accept(page.ok("measurements"));
    }
  }
}
