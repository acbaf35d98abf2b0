package io.sensorium.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.ModeClass;
import io.sensorium.benchmarks.timeline.SeenEvent;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModeStepsTest {

  /** A tram for 100 s, a walk for 50 s, then a stay. */
  private final SeenTimeline seen =
      new SeenTimeline(
          List.of(
              new SeenEvent.Leg(seconds(0, 100), TransportMode.TRAM),
              new SeenEvent.Leg(seconds(100, 150), TransportMode.WALKING),
              new SeenEvent.Stay(seconds(150, 900))));

  @Test
  void aTramIsRail() {
    var steps = ModeSteps.ofLeg(seconds(0, 100), ModeClass.RAIL, seen);

    assertThat(steps.steps()).isEqualTo(20);
    assertThat(steps.agreement()).isEqualTo(1);
  }

  @Test
  void stepsInAStayAreWrong() {
    var steps = ModeSteps.ofLeg(seconds(100, 200), ModeClass.WALK, seen);

    assertThat(steps.count(ModeClass.WALK, ModeClass.WALK)).isEqualTo(10);
    assertThat(steps.missed(ModeClass.WALK)).isEqualTo(10);
    assertThat(steps.agreement()).isEqualTo(0.5);
  }

  @Test
  void aModeThatIsNoneOfTheClassesIsWrong() {
    var unknown =
        new SeenTimeline(
            List.of(new SeenEvent.Leg(seconds(0, 50), TransportMode.INSUFFICIENT_DATA)));

    assertThat(ModeSteps.ofLeg(seconds(0, 50), ModeClass.BUS, unknown).agreement()).isZero();
  }

  @Test
  void sumsWeighEachStepAlike() {
    var rail = ModeSteps.ofLeg(seconds(0, 100), ModeClass.RAIL, seen);
    var bus = ModeSteps.ofLeg(seconds(50, 100), ModeClass.BUS, seen);

    var both = ModeSteps.sum(List.of(rail, bus));

    assertThat(both.steps()).isEqualTo(30);
    assertThat(both.count(ModeClass.BUS, ModeClass.RAIL)).isEqualTo(10);
    assertThat(both.agreement()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void withoutStepsThereIsNoAgreement() {
    assertThat(ModeSteps.NONE.agreement()).isNaN();
  }

  private static Interval seconds(long start, long end) {
    return new Interval(start * Micros.PER_SECOND, end * Micros.PER_SECOND);
  }
}
