package io.sensorium.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MotionRunsTest {

  private final MotionRuns runs = new MotionRuns();

  private MotionRunsTest at(double minutes, ActivityType type) {
    runs.add(new ActivitySample(Micros.toInstant(micros(minutes)), type, 0.9));
    return this;
  }

  private static long micros(double minutes) {
    return (long) (minutes * Micros.PER_MINUTE);
  }

  @Test
  void aRunLastsFromTheFirstMotionToTheNextHalt() {
    at(0, ActivityType.STILL).at(10, ActivityType.WALKING).at(15, ActivityType.IN_VEHICLE);
    at(30, ActivityType.STILL);

    assertThat(runs.movingSinceMicros(micros(20), 0)).isEqualTo(micros(10));
    assertThat(runs.movingUntilMicros(micros(20))).isEqualTo(micros(30));
    assertThat(runs.movingSinceMicros(micros(5), 0)).isEqualTo(MotionRuns.NONE);
    assertThat(runs.movingMicros(micros(12), micros(40))).isEqualTo(micros(18));
  }

  @Test
  void aRedLightDoesNotEndARun() {
    at(0, ActivityType.IN_VEHICLE).at(5, ActivityType.STILL).at(6, ActivityType.IN_VEHICLE);
    at(20, ActivityType.STILL);

    assertThat(runs.movingSinceMicros(micros(10), 0)).isEqualTo(0);
    assertThat(runs.movingUntilMicros(micros(2))).isEqualTo(micros(20));
  }

  @Test
  void aRunBeginsAsEarlyAsIsAllowedButNotInItsMiddle() {
    at(0, ActivityType.WALKING).at(5, ActivityType.STILL).at(6, ActivityType.WALKING);

    assertThat(runs.movingSinceMicros(micros(10), 0)).isEqualTo(0);
    assertThat(runs.movingSinceMicros(micros(10), micros(3))).isEqualTo(micros(6));
    assertThat(runs.movingSinceMicros(micros(10), micros(7))).isEqualTo(MotionRuns.NONE);
  }

  @Test
  void theWalkToAVehicleIsFoundBehindWhatTheRecogniserSaysOfTheRide() {
    at(0, ActivityType.STILL).at(10, ActivityType.WALKING).at(13, ActivityType.STILL);

    assertThat(runs.walkBeforeMicros(micros(18), micros(10), 0)).isEqualTo(micros(10));
    assertThat(runs.walkBeforeMicros(micros(18), micros(14), 0)).isEqualTo(MotionRuns.NONE);
    assertThat(runs.walkBeforeMicros(micros(18), micros(10), micros(11)))
        .isEqualTo(MotionRuns.NONE);
  }

  @Test
  void aRunThatGoesOnHasNoEndYet() {
    at(0, ActivityType.ON_FOOT);

    assertThat(runs.movingUntilMicros(micros(3))).isEqualTo(MotionRuns.NONE);
  }

  @Test
  void aMinuteInAVehicleIsARide() {
    at(0, ActivityType.WALKING).at(10, ActivityType.IN_VEHICLE).at(10.5, ActivityType.WALKING);

    assertThat(runs.ridden(0, micros(20))).isEqualTo(Ridden.FEET);

    at(20, ActivityType.ON_BICYCLE).at(22, ActivityType.IN_VEHICLE).at(30, ActivityType.STILL);

    assertThat(runs.ridden(0, micros(40))).isEqualTo(Ridden.VEHICLE);
    assertThat(runs.ridden(micros(20), micros(22))).isEqualTo(Ridden.BICYCLE);
    assertThat(runs.ridden(micros(31), micros(40))).isEqualTo(Ridden.UNKNOWN);
  }

  @Test
  void whoIsCertainThatNothingIsKnownEndsARun() {
    at(0, ActivityType.WALKING).at(10, ActivityType.UNKNOWN);
    assertThat(runs.movingUntilMicros(micros(5))).isEqualTo(MotionRuns.NONE);

    runs.add(new ActivitySample(Micros.toInstant(micros(12)), ActivityType.UNKNOWN, 1));

    assertThat(runs.movingUntilMicros(micros(5))).isEqualTo(micros(12));
    assertThat(runs.movingMicros(0, micros(60))).isEqualTo(micros(12));
  }

  @Test
  void somebodyRestsAtTheFirstHaltThatIsNotBrief() {
    at(0, ActivityType.WALKING).at(2, ActivityType.STILL).at(3, ActivityType.WALKING);
    at(5, ActivityType.STILL);

    assertThat(runs.restMicros(micros(1), micros(9))).isEqualTo(micros(5));
    assertThat(runs.restMicros(micros(1), micros(4))).isEqualTo(micros(2));
    assertThat(runs.restMicros(micros(1), micros(1))).isEqualTo(MotionRuns.NONE);
    assertThat(runs.restMicros(micros(6), micros(9))).isEqualTo(MotionRuns.NONE);
  }

  @Test
  void aWalkOfWhichNoMoreIsKnownEndsThere() {
    at(0, ActivityType.IN_VEHICLE).at(1, ActivityType.UNKNOWN).at(2, ActivityType.WALKING);
    at(4, ActivityType.UNKNOWN).at(6, ActivityType.IN_VEHICLE).at(8, ActivityType.STILL);

    assertThat(runs.restMicros(micros(0), micros(9))).isEqualTo(micros(4));
    assertThat(runs.movingUntilMicros(micros(0))).isEqualTo(micros(8));
    assertThat(runs.walkBeforeMicros(micros(7), micros(3), 0)).isEqualTo(0);
    assertThat(runs.ridden(micros(3), micros(5))).isEqualTo(Ridden.FEET);
  }

  @Test
  void nobodyRestsWhoseMotionHasNotEnded() {
    at(0, ActivityType.WALKING).at(2, ActivityType.UNKNOWN);

    assertThat(runs.restMicros(micros(1), micros(9))).isEqualTo(MotionRuns.NONE);
  }

  @Test
  void aBriefHaltAtTheInstantIsPartOfTheRun() {
    at(0, ActivityType.WALKING).at(2, ActivityType.STILL).at(3, ActivityType.WALKING);
    at(5, ActivityType.STILL);

    assertThat(runs.movingUntilMicros(micros(2.5))).isEqualTo(micros(5));
  }

  @Test
  void onlyWhatIsOlderThanTheChangeInForceIsForgotten() {
    at(0, ActivityType.WALKING).at(10, ActivityType.STILL).at(200, ActivityType.WALKING);
    runs.forgetBefore(micros(9));
    assertThat(runs.movingUntilMicros(micros(5))).isEqualTo(micros(10));

    runs.forgetBefore(micros(150));

    assertThat(runs.movingUntilMicros(micros(5))).isEqualTo(MotionRuns.NONE);
    assertThat(runs.movingMicros(0, micros(201))).isEqualTo(micros(1));
  }

  @Test
  void anUnsureRecogniserIsNotBelieved() {
    runs.add(new ActivitySample(Micros.toInstant(0), ActivityType.WALKING, 0.4));

    assertThat(runs.movingSinceMicros(micros(1), 0)).isEqualTo(MotionRuns.NONE);
  }

  @Test
  void savingForgetsNothing() {
    for (int i = 0; i < 100; i++) {
      at(i, i % 2 == 0 ? ActivityType.STILL : ActivityType.WALKING);
    }
    var bytes = ByteBuffer.allocate(MotionRuns.MAX_SAVED_BYTES);
    runs.save(bytes);
    var restored = new MotionRuns();
    restored.restore(bytes.flip());

    assertThat(restored.movingMicros(0, micros(100))).isEqualTo(micros(32));
    assertThat(restored.movingSinceMicros(micros(99.5), 0))
        .isEqualTo(runs.movingSinceMicros(micros(99.5), 0));
  }
}
