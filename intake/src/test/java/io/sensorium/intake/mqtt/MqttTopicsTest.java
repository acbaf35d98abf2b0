package io.sensorium.intake.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sensorium.intake.mqtt.MqttTopics.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttTopicsTest {

  @Test
  void aMappingIsANameAndASerial() {
    assertThat(Mapping.parse(" house/zigbee2mqtt = 10000000"))
        .isEqualTo(new Mapping("house/zigbee2mqtt", "10000000"));
    assertThat(Mapping.parse("a=b=c")).isEqualTo(new Mapping("a=b", "c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zigbee2mqtt", "=1", "zigbee2mqtt=", "a/#=1", "+/a=1", "a/=1", " =1"})
  void otherTextsAreNoMapping(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Mapping.parse(text));
  }
}
