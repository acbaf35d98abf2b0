package io.sensorium.analysis.legs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ModeModelTest {

  @Test
  void anotherModelIsAnotherVersion() {
    var shipped = LearnedModes.load();
    var other = ModeModel.of(name -> LearnedModes.text(name).replace("=0.0", "=0.1"));

    assertThat(LearnedModes.load().version()).isEqualTo(shipped.version());
    assertThat(other.version()).isNotEqualTo(shipped.version());
  }

  @Test
  void aModelOfOtherFeaturesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ModeModel.of(name -> LearnedModes.text(name).replace(" wait ", " await ")))
        .withMessage("the model ride takes other features");
  }

  @Test
  void aModelOfOtherClassesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ModeModel.of(name -> LearnedModes.text(name).replace("walk bike", "walk ride")))
        .withMessage("the model motion has other classes");
  }
}
