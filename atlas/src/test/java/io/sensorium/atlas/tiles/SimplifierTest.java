package io.sensorium.atlas.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SimplifierTest {

  private final Simplifier simplifier = new Simplifier();

  @Test
  void aStraightLineIsItsEnds() {
    var kept = simplifier.kept(new double[] {0, 1, 2, 3}, new double[] {0, 1.001, 2, 3}, 4, 0.01);

    assertThat(kept.stream()).containsExactly(0, 3);
  }

  @Test
  void aRingKeepsItsCorners() {
    var x = new double[] {0, 5, 10, 10, 0, 0};
    var y = new double[] {0, 0, 0, 10, 10, 0};

    assertThat(simplifier.kept(x, y, 6, 1).stream()).containsExactly(0, 2, 3, 4, 5);
  }

  @Test
  void nothingLiesFurtherAwayThanTheTolerance() {
    var random = new Random(11);
    int size = 2_000;
    var x = new double[size];
    var y = new double[size];
    for (int i = 1; i < size; i++) {
      x[i] = x[i - 1] + random.nextGaussian();
      y[i] = y[i - 1] + random.nextGaussian();
    }

    var kept = simplifier.kept(x, y, size, 2);

    assertThat(kept.cardinality()).isLessThan(size / 2);
    for (int i = 0; i < size; i++) {
      int from = kept.previousSetBit(i);
      int to = kept.nextSetBit(i);
      assertThat(distance(x, y, i, from, to)).isLessThanOrEqualTo(2 + 1e-9);
    }
  }

  private static double distance(double[] x, double[] y, int i, int from, int to) {
    double along = Math.hypot(x[to] - x[from], y[to] - y[from]);
    double ratio =
        along == 0
            ? 0
            : ((x[i] - x[from]) * (x[to] - x[from]) + (y[i] - y[from]) * (y[to] - y[from]))
                / (along * along);
    double clamped = Math.clamp(ratio, 0.0, 1.0);
    return Math.hypot(
        x[i] - x[from] - clamped * (x[to] - x[from]), y[i] - y[from] - clamped * (y[to] - y[from]));
  }
}
