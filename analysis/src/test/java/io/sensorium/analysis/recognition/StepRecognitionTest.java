package io.sensorium.analysis.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.StepCount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepRecognitionTest {

  private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void aMinuteOfAHundredStepsIsClearlyAWalkFromItsStart() {
    var walk = StepRecognition.of(List.of(steps(60, 100)));

    assertThat(walk).hasSize(1);
    assertThat(walk.getFirst().sample().time()).isEqualTo(EIGHT);
    assertThat(walk.getFirst().sample().type()).isEqualTo(ActivityType.WALKING);
    assertThat(walk.getFirst().sample().confidenceRatio()).isEqualTo(0.95);
  }

  @Test
  void strollingIsLessClearThanWalking() {
    assertThat(confidenceOf(steps(60, 60))).isBetween(0.6, confidenceOf(steps(60, 90)));
  }

  @Test
  void aHundredAndSixtyStepsAMinuteAreRunning() {
    assertThat(StepRecognition.of(List.of(steps(30, 80))))
        .extracting(item -> item.sample().type())
        .containsExactly(ActivityType.RUNNING);
  }

  @Test
  void anHourWithThreeHundredStepsAndAnHourOfWalkingTellNotWhenSomebodyWalked() {
    assertThat(StepRecognition.of(List.of(steps(3_600, 300), steps(3_600, 6_000)))).isEmpty();
  }

  @Test
  void fewStepsAndNoStepsAndMoreThanAnybodyTakesTellNothing() {
    assertThat(
            StepRecognition.of(
                List.of(steps(60, 0), steps(60, 20), steps(2, 4), steps(0, 5), steps(60, 400))))
        .isEmpty();
  }

  private static double confidenceOf(StepCount steps) {
    return StepRecognition.of(List.of(steps)).getFirst().sample().confidenceRatio();
  }

  private static StepCount steps(int seconds, int count) {
    return new StepCount(EIGHT, EIGHT.plusSeconds(seconds), count);
  }
}
