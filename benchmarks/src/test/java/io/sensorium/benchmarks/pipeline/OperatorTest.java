package io.sensorium.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorTest {

  private static final String METRICS =
      """
      # TYPE sensorium_engine_steps_total counter
      sensorium_engine_steps_total{result="done"} 40
      sensorium_engine_steps_total{result="parked"} 2
      sensorium_engine_steps_total_seconds 7.5
      sensorium_up 1
      """;

  @Test
  void aMetricIsSummedOverItsLabels() {
    assertThat(Operator.sum(METRICS, "sensorium_engine_steps_total")).isEqualTo(42);
  }

  @Test
  void aMetricWithoutLabelsIsRead() {
    assertThat(Operator.sum(METRICS, "sensorium_up")).isEqualTo(1);
  }

  @Test
  void anUnknownMetricHasNoValue() {
    assertThat(Operator.sum(METRICS, "sensorium_down")).isNaN();
  }
}
