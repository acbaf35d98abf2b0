package io.sensorium.analysis.contact;

import static io.sensorium.core.time.Micros.PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.measurement.Series;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void measurementsWithoutAGapAreWhole() {
    assertThat(isWhole(15, 30, 45, 60)).isTrue();
  }

  @Test
  void aGapAtTheBeginningInTheMiddleOrAtTheEndIsAGap() {
    assertThat(isWhole(45, 60)).isFalse();
    assertThat(isWhole(15, 60)).isFalse();
    assertThat(isWhole(15, 30)).isFalse();
    assertThat(isWhole()).isFalse();
  }

  private static boolean isWhole(int... minutes) {
    var rows = Series.builder(minutes.length);
    for (int minute : minutes) {
      rows.add(minute * PER_MINUTE, 20, 1, 0);
    }
    return Coverage.isWhole(rows.build(), 0, 70 * PER_MINUTE, 31 * PER_MINUTE);
  }
}
