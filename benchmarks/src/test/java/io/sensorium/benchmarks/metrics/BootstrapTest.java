package io.sensorium.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void daysThatAreAlikeLeaveNoDoubt() {
    assertThat(Bootstrap.byDay(List.of(0.5, 0.5, 0.5), BootstrapTest::mean))
        .isEqualTo(new Bootstrap.Range(0.5, 0.5));
  }

  @Test
  void theIntervalOfAMeanIsAboutTwoStandardErrorsToEachSide() {
    var days = IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? 0.0 : 1.0).toList();

    var range = Bootstrap.byDay(days, BootstrapTest::mean);

    assertThat(range.low()).isCloseTo(0.5 - 1.96 * 0.05, within(0.02));
    assertThat(range.high()).isCloseTo(0.5 + 1.96 * 0.05, within(0.02));
  }

  @Test
  void theSameDaysGiveTheSameInterval() {
    var days = List.of(0.1, 0.9, 0.4, 0.6);

    assertThat(Bootstrap.byDay(days, BootstrapTest::mean))
        .isEqualTo(Bootstrap.byDay(days, BootstrapTest::mean));
  }

  @Test
  void withoutDaysThereIsNoInterval() {
    assertThat(Bootstrap.byDay(List.<Double>of(), BootstrapTest::mean).low()).isNaN();
  }

  private static double mean(List<Double> days) {
    return days.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
