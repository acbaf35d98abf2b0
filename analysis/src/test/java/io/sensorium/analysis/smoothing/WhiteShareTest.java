package io.sensorium.analysis.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WhiteShareTest {

  private static final double SIGMA_METERS = 10;

  @Test
  void anErrorThatEachFixHasAnewIsAllWhite() {
    assertThat(WhiteShare.of(walk(1_000, 1, 1))).isCloseTo(0.98, within(0.08));
  }

  @Test
  void anErrorThatWandersIsHardlyWhite() {
    assertThat(WhiteShare.of(walk(1_000, 1, 0.1))).isLessThan(0.3);
  }

  @Test
  void ofSparseFixesNothingIsKnownOfTheirError() {
    assertThat(WhiteShare.of(walk(1_000, 30, 1))).isEqualTo(0.4);
    assertThat(WhiteShare.of(walk(5, 1, 1))).isEqualTo(0.4);
  }

  /** A straight walk, with an error of which this share is white and the rest stays as it is. */
  private static MeasuredMotion walk(int size, double seconds, double whiteShare) {
    var random = new Random(9);
    var motion = new MeasuredMotion(size);
    double lastEast = 0;
    double lastNorth = 0;
    for (int i = 0; i < size; i++) {
      double east = whiteShare * SIGMA_METERS * random.nextGaussian();
      double north = whiteShare * SIGMA_METERS * random.nextGaussian();
      motion.add(seconds, 1.4 * seconds + east - lastEast, north - lastNorth, 18);
      lastEast = east;
      lastNorth = north;
    }
    return motion;
  }
}
