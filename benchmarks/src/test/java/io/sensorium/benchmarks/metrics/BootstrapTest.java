package io.sensorium.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static final ToDoubleFunction<List<Double>> MEAN =
      days -> days.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);

  @Test
  void daysThatAreAlikeLeaveNoDoubt() {
    assertThat(Bootstrap.byDay(List.of(0.7, 0.7, 0.7), MEAN))
        .isEqualTo(new Bootstrap.Range(0.7, 0.7));
  }

  @Test
  void theIntervalOfAMeanIsAboutTwoStandardErrorsToEachSide() {
    var days = IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? 0.0 : 1.0).toList();

    var range = Bootstrap.byDay(days, MEAN);

    assertThat(range.low()).isCloseTo(0.5 - 1.96 * 0.05, within(0.02));
    assertThat(range.high()).isCloseTo(0.5 + 1.96 * 0.05, within(0.02));
  }

  @Test
  void theSameDaysGiveTheSameInterval() {
    var days = List.of(0.1, 0.9, 0.4, 0.6);

    assertThat(Bootstrap.byDay(days, MEAN)).isEqualTo(Bootstrap.byDay(days, MEAN));
  }

  @Test
  void withoutDaysThereIsNoInterval() {
    assertThat(Bootstrap.byDay(List.<Double>of(), MEAN).low()).isNaN();
  }
}
