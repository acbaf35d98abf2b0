package io.sensorium.analysis.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.sensing.SourceType;
import org.junit.jupiter.api.Test;

class BatteryLevelsTest {

  @Test
  void voltsAndPercentHaveThresholdsOfTheirOwn() {
    var volts = BatteryLevels.conditionOf(type("batt")).orElseThrow();
    var percent = BatteryLevels.conditionOf(type("battery_level")).orElseThrow();

    assertThat(volts.exceeds(2.4)).isFalse();
    assertThat(volts.exceeds(2.39)).isTrue();
    assertThat(volts.endsExcess(2.5)).isFalse();
    assertThat(volts.endsExcess(2.6)).isTrue();
    assertThat(percent.exceeds(14)).isTrue();
    assertThat(percent.endsExcess(25)).isTrue();
  }

  @Test
  void whatIsNoBatteryIsNeverLow() {
    assertThat(BatteryLevels.conditionOf(type("voltage"))).isEmpty();
    assertThat(BatteryLevels.conditionOf(type("temp"))).isEmpty();
  }

  private static SourceType type(String name) {
    return SourceType.find(name).orElseThrow();
  }
}
