package io.sensorium.atlas.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitCodeTest {

  @Test
  void unitsAreBroughtToKilometresAnHour() {
    assertThat(LimitCode.kmh(LimitCode.parse("50"))).isEqualTo(50);
    assertThat(LimitCode.kmh(LimitCode.parse("70 mph"))).isEqualTo(112.65);
    assertThat(LimitCode.kmh(LimitCode.parse("30mph"))).isEqualTo(48.28);
    assertThat(LimitCode.kmh(LimitCode.parse("5 knots"))).isEqualTo(9.26);
    assertThat(LimitCode.kmh(LimitCode.parse("walk"))).isEqualTo(7);
  }

  @Test
  void noLimitIsKnownAndIsNoNumber() {
    assertThat(LimitCode.parse("none")).isEqualTo(LimitCode.NONE);
    assertThat(LimitCode.kmh(LimitCode.NONE)).isNull();
  }

  @Test
  void whatIsNoLimitByItselfIsUnknown() {
    for (var text :
        new String[] {"signals", "DE:urban", "", "0", "-30", "1.2.3", "5000", "50;30"}) {
      assertThat(LimitCode.parse(text)).as(text).isEqualTo(LimitCode.UNKNOWN);
    }
    assertThat(LimitCode.parse(null)).isEqualTo(LimitCode.UNKNOWN);
  }
}
