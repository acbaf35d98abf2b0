package io.sensorium.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Walks.Shape SHAPE = new Walks.Shape(10, Duration.ofSeconds(15), 200, 5);

  @Test
  void eachConnectionSendsItsOwnSeriesInTheOrderOfTime() {
    var batches = Batches.of(walks(), 6, 2, 12, RowFormat.LINE);

    assertThat(batches.points()).isEqualTo(60);
    assertThat(batches.bodies()).hasSize(2);
    for (int connection = 0; connection < 2; connection++) {
      var bodies = batches.bodies().get(connection);
      assertThat(bodies).extracting(body -> lines(body).size()).containsExactly(12, 12, 6);
      int first = connection * 5;
      assertThat(bodies)
          .flatExtracting(BatchesTest::lines)
          .allMatch(line -> series(line) >= first && series(line) < first + 5);
    }
  }

  @Test
  void measurementsAreNearTheirTimesAndNeverOnThem() {
    var offsets = new ArrayList<Long>();
    var walks = walks();
    for (int round = 0; round < 100; round++) {
      long due = walks.next().toEpochMilli();
      walks.round((_, millis, _) -> offsets.add(millis - due));
    }

    assertThat(offsets).hasSize(1_000).allMatch(offset -> Math.abs(offset) <= 200);
    assertThat(offsets.stream().distinct()).hasSizeGreaterThan(300);
  }

  @Test
  void aWalkRemembersItsExtremesAndWhereItIs() {
    var walks = walks();
    var values = new ArrayList<Integer>();
    for (int round = 0; round < 50; round++) {
      walks.round(
          (series, _, hundredths) -> {
            if (series == 3) {
              values.add(hundredths);
            }
          });
    }

    assertThat(walks.last(3)).isEqualTo(RowFormat.decimal(values.getLast()));
    assertThat(walks.lowest(3))
        .isEqualTo(RowFormat.decimal(values.stream().min(Integer::compare).orElseThrow()));
    assertThat(walks.highest(3))
        .isEqualTo(RowFormat.decimal(values.stream().max(Integer::compare).orElseThrow()));
  }

  @Test
  void theSameSeedWalksTheSameWay() {
    var once = Batches.of(walks(), 3, 1, 100, RowFormat.LINE).bodies().getFirst().getFirst();
    var again = Batches.of(walks(), 3, 1, 100, RowFormat.LINE).bodies().getFirst().getFirst();

    assertThat(again).isEqualTo(once);
  }

  @Test
  void rowsAreWrittenAsTheirServersReadThem() {
    var line = new StringBuilder();
    RowFormat.LINE.append(line, 7, 1772436672250L, -205);
    var copy = new StringBuilder();
    RowFormat.COPY.append(copy, 7, 1772436672250L, 2030);

    assertThat(line).hasToString("room,sensor=s0000007 temp=-2.05 1772436672250\n");
    assertThat(copy).hasToString("7\t2026-03-02 07:31:12.250Z\t20.3\n");
    assertThat(RowFormat.decimal(2000)).isEqualTo("20");
    assertThat(RowFormat.decimal(-5)).isEqualTo("-0.05");
  }

  private static Walks walks() {
    return new Walks(SHAPE, START, 1);
  }

  private static List<String> lines(byte[] body) {
    return new String(body, StandardCharsets.US_ASCII).lines().toList();
  }

  private static int series(String line) {
    int at = line.indexOf("=s") + 2;
    return Integer.parseInt(line.substring(at, at + 7));
  }
}
