package io.sensorium.analysis.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreeModelTest {

  private static final String TEXT =
      """
      trees 1
      classes slow fast
      features speed halts
      base 0.5 -0.5
      0 0<2.5? =1.0 1<0.1 =-1.0 =0.25
      1 0<2.5 =-2.0 =2.0
      """;

  @Test
  void scoresAddUp() {
    var model = TreeModel.of(TEXT);
    var scores = new double[2];

    model.scores(new double[] {1, 0}, scores);
    assertThat(scores).containsExactly(1.5, -2.5);

    model.scores(new double[] {2.5, 0.2}, scores);
    assertThat(scores).containsExactly(0.75, 1.5);
  }

  @Test
  void aMissingValueGoesWhereTheSplitSays() {
    var scores = new double[2];

    TreeModel.of(TEXT).scores(new double[] {Double.NaN, 0}, scores);

    assertThat(scores).containsExactly(1.5, 1.5);
  }

  @Test
  void probabilitiesAreOfTheScores() {
    var out = new double[2];

    TreeModel.of(TEXT).probabilities(new double[] {1, 0}, out);

    assertThat(out[0]).isCloseTo(1 / (1 + Math.exp(-4)), within(1e-12));
    assertThat(out[0] + out[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void greatScoresDoNotOverflow() {
    var certain = new Ensemble(List.of("a", "b"), List.of(), List.of(5_000f, 0f), List.of());
    var out = new double[2];

    new TreeModel(certain).probabilities(new double[0], out);

    assertThat(out).containsExactly(1, 0);
  }

  @Test
  void whatIsWrittenReadsBack() {
    assertThat(TreeText.write(TreeText.read(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void whatCannotBeReadIsNamed() {
    assertUnreadable("trees 2", "line 1");
    assertUnreadable(TEXT.replace("base 0.5", "base x"), "line 4");
    assertUnreadable(TEXT.replace("=2.0", ""), "line 6: the tree breaks off");
    assertUnreadable(TEXT.replace("=2.0", "=2.0 =3.0"), "line 6: nodes behind the end");
    assertUnreadable(TEXT.replace("=2.0", "two"), "line 6: neither a leaf nor a split: two");
    assertUnreadable(TEXT.replace("1 0<", "1 7<"), "no feature 7");
    assertUnreadable(TEXT.replace("1 0<", "2 0<"), "no class 2");
    assertUnreadable(TEXT.replace("base 0.5", "base"), "each with a base score");
  }

  private static void assertUnreadable(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TreeModel.of(text))
        .withMessageContaining(why);
  }
}
