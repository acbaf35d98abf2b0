package io.sensorium.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BitLengthTest {

  @Test
  void isThatOfEveryPowerOfTwoAndOfItsNeighbours() {
    for (int bit = 0; bit < 63; bit++) {
      long power = 1L << bit;

      assertThat(BitLength.of(power - 1)).isEqualTo(bit);
      assertThat(BitLength.of(power)).isEqualTo(bit + 1);
      assertThat(BitLength.of(power + power - 1)).isEqualTo(bit + 1);
    }
  }

  @Test
  void is64BelowZero() {
    assertThat(BitLength.of(-1)).isEqualTo(64);
    assertThat(BitLength.of(Long.MIN_VALUE)).isEqualTo(64);
  }
}
