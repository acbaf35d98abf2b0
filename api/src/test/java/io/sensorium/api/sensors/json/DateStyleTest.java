package io.sensorium.api.sensors.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DateStyleTest {

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

  @Test
  void datesAreWrittenAsTheContractHasThem() {
    var instant = Instant.parse("2026-09-13T16:59:04.999Z");

    assertThat(DateStyle.BASIC.format(instant)).isEqualTo("2026-09-13T16:59:04+0000");
    assertThat(DateStyle.STRICT.format(instant)).isEqualTo("2026-09-13T16:59:04Z");
    assertThat(DateStyle.BASIC.formatNullable(null)).isNull();
  }

  @Test
  void everyDateOfFourThousandYearsIsRight() {
    var random = new Random(1);
    long first = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("4000-12-31T23:59:59Z").getEpochSecond();
    for (int i = 0; i < 100_000; i++) {
      var instant =
          Instant.ofEpochSecond(random.nextLong(first, last), random.nextInt(1_000_000_000));

      assertThat(DateStyle.BASIC.format(instant)).isEqualTo(BASIC.format(instant));
    }
  }
}
