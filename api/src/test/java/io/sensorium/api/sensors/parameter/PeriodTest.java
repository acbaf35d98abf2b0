package io.sensorium.api.sensors.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.api.common.Query;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  private static final Instant NOW = Instant.parse("2026-09-13T16:59:04Z");

  @ParameterizedTest
  @CsvSource({
    "'', 2026-09-06T16:59:04Z, 2026-09-13T16:59:04Z",
    "from=abc, 2026-09-06T16:59:04Z, 2026-09-13T16:59:04Z",
    "to=abc, 2026-09-06T16:59:04Z, 2026-09-13T16:59:04Z",
    "from=2026-09-12, 2026-09-12T00:00:00Z, 2026-09-13T16:59:04Z",
    "to=2026-09-12, 2026-09-05T00:00:00Z, 2026-09-12T00:00:00Z",
    "from=2026-09-01&to=2026-09-02, 2026-09-01T00:00:00Z, 2026-09-02T00:00:00Z",
    "from=2026-09-03&to=2026-09-02, 2026-08-26T00:00:00Z, 2026-09-02T00:00:00Z",
    "from=2026-09-02&to=2026-09-02, 2026-09-02T00:00:00Z, 2026-09-02T00:00:00Z",
    "from=x&to=2026-09-02, 2026-08-26T00:00:00Z, 2026-09-02T00:00:00Z",
    "from=0001-01-01&to=9999-12-31, 0001-01-01T00:00:00Z, 9999-12-31T00:00:00Z",
    "to=0001-01-01, 0000-12-25T00:00:00Z, 0001-01-01T00:00:00Z",
    "to=0000-12-31, 2026-09-06T16:59:04Z, 2026-09-13T16:59:04Z",
    "to=9999-12-31T23:00:00-02:00, 2026-09-06T16:59:04Z, 2026-09-13T16:59:04Z",
  })
  void aMissingOrWrongDateGivesTheLastWeek(String query, Instant from, Instant to) {
    assertThat(Period.read(Parameters.of(Query.parse(query)), NOW)).isEqualTo(Period.of(from, to));
  }
}
