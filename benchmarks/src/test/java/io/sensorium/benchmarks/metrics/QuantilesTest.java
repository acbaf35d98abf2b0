package io.sensorium.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Quantiles.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
  }

  @Test
  void quantilesLieBetweenNeighbours() {
    assertThat(Quantiles.of(List.of(0.0, 10.0), 0.9)).isCloseTo(9, within(1e-12));
  }

  @Test
  void nothingHasNoQuantile() {
    assertThat(Quantiles.median(List.of())).isNaN();
  }
}
