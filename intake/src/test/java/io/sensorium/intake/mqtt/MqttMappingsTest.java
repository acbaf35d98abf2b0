package io.sensorium.intake.mqtt;

import static io.sensorium.intake.mqtt.MqttFixture.PATIENCE_SECONDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import io.sensorium.intake.chirpstack.ChirpStackUplinkTest;
import io.sensorium.intake.homeassistant.HomeAssistantTest;
import io.sensorium.intake.measurements.RowTexts;
import io.sensorium.intake.zigbee2mqtt.Zigbee2MqttTest;
import io.sensorium.store.measurement.GatewayBatch;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mosquitto")
class MqttMappingsTest {

  private static final String UPLINKS =
      "application/17c82e96-be03-4f38-aef3-f83d48582d97/device/0101010101010101/event/up";

  @TempDir Path directory;
  private MqttFixture mqtt;

  @BeforeEach
  void open() {
    mqtt = new MqttFixture(directory, null);
  }

  @AfterEach
  void close() {
    mqtt.close();
  }

  @Test
  void devicesOfZigbee2MqttAreSensorsOfTheirGateway() throws Exception {
    var client = mqtt.client("zigbee2mqtt");
    MqttFixture.send(
        client, "zigbee2mqtt/bridge/devices", packet(Zigbee2MqttTest.class, "devices.json"), true);
    mqtt.startIntake(false);

    MqttFixture.send(client, "zigbee2mqtt/Pump", "{\"power\": 41.5}", false);

    assertThat(mqtt.sourceOf(mqtt.nextBatch())).isEqualTo("power");
    assertThat(mqtt.store.devices().findSource(mqtt.gateway, "0xa4c1380011223344", "power"))
        .isPresent();
  }

  @Test
  void entitiesThatAreAnnouncedToHomeAssistantAreRead() throws Exception {
    mqtt.startIntake(false);
    var client = mqtt.client("esphome");
    MqttFixture.send(
        client,
        "homeassistant/sensor/greenhouse/humidity/config",
        packet(HomeAssistantTest.class, "esphome-humidity.json"),
        true);

    var batch = sendUntilItComes(client, "greenhouse/sensor/humidity/state", "63.5");

    assertThat(mqtt.sourceOf(batch)).isEqualTo("ESPsensorhumidity");
    assertThat(batch.rows().value(0)).isEqualTo(63.5);
  }

  @Test
  void anUplinkOfChirpStackThatIsToldTwiceIsStoredOnce() throws Exception {
    mqtt.startIntake(false);
    var uplink =
        packet(ChirpStackUplinkTest.class, "uplink.json")
            .replace("2026-03-02T07:31:12.775023242+00:00", mqtt.now.toString());
    mqtt.publish(UPLINKS, uplink);
    mqtt.publish(UPLINKS, uplink);
    mqtt.publish(UPLINKS, uplink.replace("57433366", "57433367").replace("25.7", "25.8"));

    assertThat(mqtt.nextBatch().batchKey()).isEqualTo("57433366-50a6-4dc2-8145-2df1bbc70d9e");
    assertThat(mqtt.nextBatch().batchKey()).isEqualTo("57433367-50a6-4dc2-8145-2df1bbc70d9e");
  }

  private GatewayBatch sendUntilItComes(Mqtt3BlockingClient client, String topic, String message)
      throws InterruptedException {
    GatewayBatch found = null;
    for (int second = 0; found == null && second < PATIENCE_SECONDS; second++) {
      MqttFixture.send(client, topic, message, false);
      found = mqtt.told.poll(1, TimeUnit.SECONDS);
    }
    return Objects.requireNonNull(found);
  }

  private static String packet(Class<?> test, String name) {
    return new String(RowTexts.packet(test, name), UTF_8);
  }
}
