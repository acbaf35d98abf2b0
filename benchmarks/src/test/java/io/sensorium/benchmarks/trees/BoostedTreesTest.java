package io.sensorium.benchmarks.trees;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.trees.TreeModel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

  private static final BoostedTrees.Settings SETTINGS =
      new BoostedTrees.Settings(60, 3, 0.2, 1, 1, 0.8, 1, 1);

  /** Class 1 within a ring, 2 where the first feature is missing, else 0. */
  private static int truth(double[] at) {
    if (Double.isNaN(at[0])) {
      return 2;
    }
    double radius = Math.hypot(at[0], at[1]);
    return radius > 0.4 && radius < 0.8 ? 1 : 0;
  }

  private static double[] point(Random random) {
    double x = random.nextDouble(-1, 1);
    return new double[] {random.nextInt(5) == 0 ? Double.NaN : x, random.nextDouble(-1, 1), 0};
  }

  private static Rows rows(int seed) {
    var random = new Random(seed);
    var rows = new Rows(List.of("x", "y", "nothing"), List.of("out", "ring", "missing"));
    for (int i = 0; i < 3_000; i++) {
      var point = point(random);
      rows.add(point, truth(point), 1);
    }
    return rows;
  }

  @Test
  void learnsWhatNoLineParts() {
    var model = new TreeModel(BoostedTrees.learn(rows(1), SETTINGS));
    var random = new Random(2);
    var out = new double[3];
    int right = 0;
    for (int i = 0; i < 1_000; i++) {
      var point = point(random);
      model.probabilities(point, out);
      int best = out[0] > out[1] ? 0 : 1;
      right += (out[2] > out[best] ? 2 : best) == truth(point) ? 1 : 0;
    }

    assertThat(right).isGreaterThan(950);
  }

  @Test
  void theSameRowsGiveTheSameTrees() {
    assertThat(BoostedTrees.learn(rows(1), SETTINGS))
        .isEqualTo(BoostedTrees.learn(rows(1), SETTINGS));
  }

  @Test
  void weightsCount() {
    var rows = new Rows(List.of("x"), List.of("a", "b"));
    for (int i = 0; i < 100; i++) {
      rows.add(new double[] {0}, 0, 1);
      rows.add(new double[] {0}, 1, 9);
    }
    var out = new double[2];

    new TreeModel(BoostedTrees.learn(rows, SETTINGS)).probabilities(new double[] {0}, out);

    assertThat(out[1]).isBetween(0.85, 0.95);
  }
}
