package io.sensorium.atlas.roads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellDensityTest {

  private static final int CELL = 1 << 14;

  private final CellDensity density = new CellDensity(14, 1e-5, 1e-4);

  @Test
  void theNineCellsAroundCountAndNoOthers() {
    density.add(3 * CELL, 3 * CELL, 10); // of some 300,000 m² at the equator

    assertThat(density.stepAt(2 * CELL, 4 * CELL)).isEqualTo(1);
    assertThat(density.stepAt(3 * CELL, 3 * CELL)).isEqualTo(1);
    assertThat(density.stepAt(5 * CELL, 3 * CELL)).isZero();
  }

  @Test
  void moreOfItIsAHigherStep() {
    density.add(0, 0, 100);

    assertThat(density.stepAt(0, 0)).isEqualTo(2);
  }

  @Test
  void southAndWestOfTheOriginCellsMeetWithoutAGap() {
    density.add(-1, -1, 10);

    assertThat(density.stepAt(0, 0)).isEqualTo(1);
    assertThat(density.stepAt(-2 * CELL, -2 * CELL)).isEqualTo(1);
    assertThat(density.stepAt(-2 * CELL - 1, 0)).isZero();
  }
}
