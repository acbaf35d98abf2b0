package io.sensorium.intake.mqtt;

import static io.sensorium.intake.mqtt.MqttFixture.MEASUREMENTS;
import static io.sensorium.intake.mqtt.MqttFixture.SERIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.intake.mqtt.MqttTopics.Mapping;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MosquittoAclTest {

  private static final MqttTopics TOPICS =
      new MqttTopics(
          List.of(new Mapping("zigbee2mqtt", SERIAL)),
          List.of(),
          List.of(new Mapping("app", SERIAL)));

  @Test
  void theTopicsThatAreMappedAreNamed() {
    assertThat(MosquittoAcl.of("sensorium", TOPICS))
        .contains("user sensorium\n")
        .contains("topic read zigbee2mqtt/#\n")
        .contains("topic read application/app/device/+/event/up\n")
        .contains("pattern write sensorium/gateways/%u/measurements\n")
        .doesNotContain("topic read #\n");
  }

  @Test
  @Tag("mosquitto")
  void aGatewayWritesToItsOwnTopicsAlone(@TempDir Path directory) throws Exception {
    try (var mqtt = new MqttFixture(directory, MosquittoAcl.of("sensorium", TOPICS))) {
      mqtt.startIntake(true);

      var other = mqtt.client("20000000");
      MqttFixture.send(other, MEASUREMENTS, mqtt.batch(null, "forged", 1), false);
      mqtt.publish(MEASUREMENTS, mqtt.batch(null, "own", 1));

      assertThat(mqtt.sourceOf(mqtt.nextBatch())).isEqualTo("own");
    }
  }
}
