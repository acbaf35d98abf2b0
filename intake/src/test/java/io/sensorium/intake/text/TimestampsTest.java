package io.sensorium.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.time.Micros;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T07:31:12.250Z",
        "2026-03-02T08:31:12.25+01:00",
        "2026-03-02t07:31:12.250000000z",
        "2026-03-02 02:01:12.2500009-05:30"
      })
  void writesOfOneInstantAreOneInstant(String text) {
    assertThat(parse(text)).isEqualTo(Micros.of(Instant.parse("2026-03-02T07:31:12.250Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-02",
        "2026-03-02T07:31:12",
        "2026-03-02T07:31Z",
        "2026-03-02T07:31:12.Z",
        "2026-03-02T07:31:12+0100",
        "2026-03-02T07:31:12+24:00",
        "2026-03-02T07:31:12+01:60",
        "2026-03-02T07:31:12ZZ",
        "2026-03-02T24:00:00Z",
        "2026-03-02T07:60:12Z",
        "2026-03-02T07:31:61Z",
        "2026-02-29T07:31:12Z",
        "2100-02-29T07:31:12Z",
        "2026-13-02T07:31:12Z",
        "2026-00-02T07:31:12Z",
        "2026-04-31T07:31:12Z",
        "2026/03/02T07:31:12Z",
        "20x6-03-02T07:31:12Z",
        "-026-03-02T07:31:12Z",
        "2026-03-02T07:31:12 +01:00",
        "1772436672250"
      })
  void whatIsNotRfc3339IsInvalid(String text) {
    assertThat(parse(text)).isEqualTo(Timestamps.INVALID);
  }

  @Test
  void aLeapSecondIsTheFirstSecondOfTheNextMinute() {
    assertThat(parse("2016-12-31T23:59:60Z")).isEqualTo(parse("2017-01-01T00:00:00Z"));
  }

  @Test
  void filesMayLeaveOutTheOffsetOrItsColon() {
    long expected = parse("2015-10-01T08:00:00Z");

    assertThat(Timestamps.parseLenient("2015-10-01T08:00:00")).isEqualTo(expected);
    assertThat(Timestamps.parseLenient(" 2015-10-01T01:00:00-0700 ")).isEqualTo(expected);
    assertThat(Timestamps.parseLenient("2015-10-01T01:00:00-07")).isEqualTo(Timestamps.INVALID);
  }

  @Test
  void anyTimeReadsAsTheJdkReadsIt() {
    var random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      var time =
          OffsetDateTime.of(
              LocalDateTime.ofEpochSecond(
                  random.nextLong(-2_208_988_800L, 4_102_444_800L),
                  random.nextInt(1_000_000) * 1_000,
                  ZoneOffset.UTC),
              ZoneOffset.ofTotalSeconds(60 * random.nextInt(-840, 841)));
      String text = time.toString();

      if (text.indexOf('Z') == 19 || text.length() > 22) { // the JDK leaves out seconds of 0
        assertThat(parse(text)).as(text).isEqualTo(Micros.of(time.toInstant()));
      }
    }
  }

  private static long parse(String text) {
    String padded = "xx" + text + "9";
    return Timestamps.parse(padded.toCharArray(), 2, text.length());
  }
}
