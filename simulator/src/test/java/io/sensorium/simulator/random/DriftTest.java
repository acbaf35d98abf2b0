package io.sensorium.simulator.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DriftTest {

  private static final int DRAWS = 100_000;

  @Test
  void aDriftHasVarianceOneAndForgetsByItsTau() {
    var drift = new Drift(new Dice(3));
    double last = drift.advance(10, 25);
    double squares = 0;
    double products = 0;

    for (int i = 0; i < DRAWS; i++) {
      double value = drift.advance(10, 25);
      squares += value * value;
      products += value * last;
      last = value;
    }

    assertThat(squares / DRAWS).isCloseTo(1, within(0.05));
    assertThat(products / DRAWS).isCloseTo(Math.exp(-10.0 / 25), within(0.05));
  }

  @Test
  void aForkDoesNotHangOnWhatWasDrawnBefore() {
    var fresh = new Dice(9);
    var used = new Dice(9);
    used.gaussian();
    used.nextLong();

    assertThat(used.fork("part").nextLong()).isEqualTo(fresh.fork("part").nextLong());
    assertThat(used.fork("part").nextLong()).isNotEqualTo(fresh.fork("other").nextLong());
  }

  @Test
  void gaussiansHaveMeanZeroAndVarianceOne() {
    var dice = new Dice(11);
    double sum = 0;
    double squares = 0;

    for (int i = 0; i < DRAWS; i++) {
      double value = dice.gaussian();
      sum += value;
      squares += value * value;
    }

    assertThat(sum / DRAWS).isCloseTo(0, within(0.02));
    assertThat(squares / DRAWS).isCloseTo(1, within(0.03));
  }
}
