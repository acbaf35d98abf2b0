package io.sensorium.api.sensors.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-09-13T16:59:04Z, 2026-09-13T16:59:04Z",
    "2026-09-13T16:59:04z, 2026-09-13T16:59:04Z",
    "2026-09-13T16:59:04+0000, 2026-09-13T16:59:04Z",
    "2026-09-13T16:59:04+00:00, 2026-09-13T16:59:04Z",
    "2026-09-13T16:59:04 0000, 2026-09-13T16:59:04Z",
    "2026-09-13T16:59:04 00:00, 2026-09-13T16:59:04Z",
    "2026-09-13T16:59:04, 2026-09-13T16:59:04Z",
    "2026-09-13 16:59:04, 2026-09-13T16:59:04Z",
    "2026-09-13T16:59, 2026-09-13T16:59:00Z",
    "2026-09-13T16:59Z, 2026-09-13T16:59:00Z",
    "2026-09-13, 2026-09-13T00:00:00Z",
    "2026-09-13T16:59:04.5Z, 2026-09-13T16:59:04.500Z",
    "2026-09-13T16:59:04.123456789123+0000, 2026-09-13T16:59:04.123456789Z",
    "2026-09-13T16:59:04+0200, 2026-09-13T14:59:04Z",
    "2026-09-13T16:59:04 02:00, 2026-09-13T14:59:04Z",
    "2026-09-13T16:59:04-0530, 2026-09-13T22:29:04Z",
    "2026-09-13T16:59:04+02, 2026-09-13T14:59:04Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
  })
  void theFormsOfTheContractAreRead(String text, Instant instant) {
    assertThat(Dates.parse(text)).hasValue(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "2026",
        "2026-09",
        "2026-13-01",
        "2026-02-30",
        "2026-09-13T",
        "2026-09-13T24:00:00Z",
        "2026-09-13T16:60:00Z",
        "2026-09-13T16:59:04+1900",
        "2026-09-13T16:59:04+0099",
        "2026-09-13Z",
        "26-09-13",
        "12026-09-13",
        "-2026-09-13",
        "0000-12-31T23:59:59Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "1789318746",
        "2026-09-13T16:59:04Zz",
        "٢٠٢٦-09-13"
      })
  void everythingElseIsNoDate(String text) {
    assertThat(Dates.parse(text)).isEmpty();
  }
}
