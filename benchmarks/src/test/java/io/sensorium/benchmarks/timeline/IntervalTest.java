package io.sensorium.benchmarks.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {

  private final Interval hour = new Interval(0, 3_600);

  @Test
  void anIntervalSharesAllWithItself() {
    assertThat(hour.iou(hour)).isEqualTo(1);
  }

  @Test
  void halfAnHourOfAnHourIsAHalf() {
    assertThat(hour.iou(new Interval(0, 1_800))).isEqualTo(0.5);
  }

  @Test
  void twoHoursThatShareHalfAnHourShareAThird() {
    assertThat(hour.iou(new Interval(1_800, 5_400))).isEqualTo(1.0 / 3);
  }

  @Test
  void neighboursShareNothing() {
    assertThat(hour.iou(new Interval(3_600, 7_200))).isZero();
  }
}
