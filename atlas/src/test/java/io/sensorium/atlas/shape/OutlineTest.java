package io.sensorium.atlas.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

  @Test
  void linesInAnyOrderAndDirectionMakeOneRing() {
    var outline =
        Outline.of(
            List.of(
                Lines.of(1, 1, 0, 1),
                Lines.of(0, 0, 1, 0),
                Lines.of(0, 1, 0, 0),
                Lines.of(1, 0, 1, 1)));

    assertThat(outline.rings()).hasSize(1);
    assertThat(outline.contains(0.5, 0.5)).isTrue();
    assertThat(outline.contains(1.5, 0.5)).isFalse();
    assertThat(outline.squareMeters()).isCloseTo(111_320d * 111_320d, within(1e7));
    assertThat(outline.centerLatitudeE7()).isEqualTo(5_000_000);
  }

  @Test
  void aHoleIsOutside() {
    var outline =
        Outline.of(
            List.of(
                Lines.of(0, 0, 3, 0, 3, 3, 0, 3, 0, 0), Lines.of(1, 1, 2, 1, 2, 2, 1, 2, 1, 1)));

    assertThat(outline.contains(1.5, 1.5)).isFalse();
    assertThat(outline.contains(0.5, 1.5)).isTrue();
  }

  @Test
  void whatTheEdgeOfTheMapCutsOffIsNoRing() {
    assertThat(Outline.of(List.of(Lines.of(0, 0, 1, 0, 1, 1), Lines.of(5, 5, 6, 6))).isEmpty())
        .isTrue();
  }

  @Test
  void twoIslandsAreTwoRings() {
    var outline =
        Outline.of(
            List.of(
                Lines.of(0, 0, 1, 0, 1, 1),
                Lines.of(1, 1, 0, 0),
                Lines.of(5, 5, 6, 5, 6, 6, 5, 5)));

    assertThat(outline.rings()).hasSize(2);
  }
}
