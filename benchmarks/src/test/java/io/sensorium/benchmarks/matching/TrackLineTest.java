package io.sensorium.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrackLineTest {

  /** A line to the north, so many kilometres long, some metres east of a place. */
  private static TrackLine north(double km, double eastMeters) {
    var line = new TrackLine();
    double longitude = 8 + eastMeters / 111_195 / Math.cos(Math.toRadians(50));
    line.add(50, longitude);
    line.add(50 + km / 111.195, longitude);
    return line;
  }

  @Test
  void aLineTwiceAsLongIsHalfWithinTheOther() {
    assertThat(north(2, 0).shareWithin(north(1, 3), 10)).isCloseTo(0.5, within(0.01));
    assertThat(north(1, 3).shareWithin(north(2, 0), 10)).isEqualTo(1);
  }

  @Test
  void aLineFartherAwayIsNotWithin() {
    assertThat(north(1, 0).shareWithin(north(1, 12), 10)).isZero();
  }

  @Test
  void anEmptyLineHasNoShare() {
    assertThat(new TrackLine().shareWithin(north(1, 0), 10)).isZero();
    assertThat(north(1, 0).shareWithin(new TrackLine(), 10)).isZero();
  }
}
