package io.sensorium.core.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DrivingScoresTest {

  @Test
  void overallIsTheMeanOfThoseOfItsThreePartsThatAreKnown() {
    var trip =
        new DrivingScores(
            Map.of(
                Score.SMOOTH, 0.75, Score.LEGAL, 0.68, Score.ANTICIPATIVE, 0.8, Score.FOCUS, 0.1));
    var onMotorways = new DrivingScores(Map.of(Score.LEGAL, 0.44, Score.HARD_TURN, 0.95));

    assertThat(trip.overall(3)).isEqualTo(0.743);
    assertThat(trip.overall(2)).isEqualTo(0.74);
    assertThat(onMotorways.overall(3)).isEqualTo(0.44);
    assertThat(DrivingScores.NONE.overall(3)).isNull();
  }

  @Test
  void overallIsComputedOfWhatIsPrinted() {
    var scores = new DrivingScores(Map.of(Score.SMOOTH, 0.8249, Score.LEGAL, 0.7251));

    assertThat(scores.find(Score.SMOOTH)).isEqualTo(0.82);
    assertThat(scores.find(Score.LEGAL)).isEqualTo(0.73);
    assertThat(scores.overall(3)).isEqualTo(0.775);
  }

  @Test
  void attentionIsLowestWhenThePhoneIsHeld() {
    var held = calling(1, 0.97, 0);
    var typing = calling(1, 1, 0.95);
    var handsfree = calling(1, 0.5, 1);

    assertThat(held.attention()).isZero();
    assertThat(typing.attention()).isEqualTo(0.95);
    assertThat(handsfree.attention()).isEqualTo(0.9); // 0.5^0.16 = 0.895
    assertThat(new DrivingScores(Map.of(Score.HANDHELD_CALLING, 1.0)).attention()).isNull();
  }

  private static DrivingScores calling(double handheld, double handsfree, double handling) {
    return new DrivingScores(
        Map.of(
            Score.HANDHELD_CALLING,
            handheld,
            Score.HANDSFREE_CALLING,
            handsfree,
            Score.HANDLING_WITHOUT_CALLING,
            handling));
  }

  @Test
  void aScoreIsWithinZeroAndOne() {
    for (double wrong : new double[] {-0.01, 1.01, -1, Double.NaN}) {
      assertThatThrownBy(() -> new DrivingScores(Map.of(Score.LEGAL, wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
