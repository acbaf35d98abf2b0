package io.sensorium.intake.zigbee2mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.measurements.RowTexts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class Zigbee2MqttTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T07:32:00Z");

  private final Zigbee2Mqtt bridged = new Zigbee2Mqtt();

  @BeforeEach
  void readDevices() {
    bridged.readDevices(RowTexts.packet(getClass(), "devices.json"));
  }

  @Test
  void whatADeviceExposesIsASourceInTheUnitOfItsType() {
    var state = RowTexts.packet(getClass(), "climate.json");

    var rows = bridged.readState("cellar/climate", state, false, RECEIVED);

    assertThat(RowTexts.of(rows))
        .containsExactly(
            "0x00158d0001dc126a/battery 2026-03-02T07:31:12Z 97.0",
            "0x00158d0001dc126a/humidity 2026-03-02T07:31:12Z 61.42",
            "0x00158d0001dc126a/linkquality 2026-03-02T07:31:12Z 110.0",
            "0x00158d0001dc126a/pressure 2026-03-02T07:31:12Z 1009.6",
            "0x00158d0001dc126a/temperature 2026-03-02T07:31:12Z 12.83",
            "0x00158d0001dc126a/voltage 2026-03-02T07:31:12Z 2.995");
    assertThat(RowTexts.types(rows))
        .containsExactly("battery_level", "humi", "value", "pressure", "temp", "voltage");
    assertThat(rows.source(0).hint().sensorTitle()).isEqualTo("cellar/climate");
    assertThat(rows.source(0).hint().sourceTitle()).isEqualTo("Battery");
  }

  @Test
  void anOpenDoorIsOne() {
    assertThat(state("Front door", "{\"contact\": false}"))
        .containsExactly("0x00158d0001a2b3c4/contact 2026-03-02T07:32:00Z 1.0");
    assertThat(state("Front door", "{\"contact\": true, \"action\": \"single\"}"))
        .containsExactly("0x00158d0001a2b3c4/contact 2026-03-02T07:32:00Z 0.0");
  }

  @Test
  void aSwitchIsOneWhenItIsOn() {
    assertThat(state("Pump", "{\"state\": \"ON\", \"power\": 41.5, \"update\": {\"state\": 1}}"))
        .containsExactly(
            "0xa4c1380011223344/state 2026-03-02T07:32:00Z 1.0",
            "0xa4c1380011223344/power 2026-03-02T07:32:00Z 41.5");
    assertThat(state("Pump", "{\"state\": \"OFF\", \"power\": null}"))
        .containsExactly("0xa4c1380011223344/state 2026-03-02T07:32:00Z 0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "1772436672000, 2026-03-02T07:31:12Z",
    "'\"2026-03-02T07:31:12.000Z\"', 2026-03-02T07:31:12Z",
    "'\"5 minutes ago\"', 2026-03-02T07:32:00Z",
    "null, 2026-03-02T07:32:00Z"
  })
  void lastSeenIsTheTime(String lastSeen, String time) {
    assertThat(state("Pump", "{\"power\": 1, \"last_seen\": " + lastSeen + "}"))
        .containsExactly("0xa4c1380011223344/power " + time + " 1.0");
  }

  @Test
  void aRetainedStateCountsOnlyWhereItTellsItsTime() {
    var timeless = "{\"power\": 1}".getBytes(UTF_8);
    var timed = "{\"power\": 1, \"last_seen\": 1772436672000}".getBytes(UTF_8);

    assertThat(bridged.readState("Pump", timeless, true, RECEIVED).size()).isZero();
    assertThat(bridged.readState("Pump", timed, true, RECEIVED).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pump/availability", "Pump/set", "group", "Coordinator"})
  void whatIsNotTheStateOfADeviceMeansNothing(String name) {
    assertThat(state(name, "{\"power\": 1, \"state\": \"online\"}")).isEmpty();
  }

  @Test
  void withoutTheListStatesMeanNothing() {
    var unlisted = new Zigbee2Mqtt();

    assertThat(unlisted.readState("Pump", "{}".getBytes(UTF_8), false, RECEIVED).size()).isZero();
  }

  @Test
  void aStateThatIsNotJsonIsRefused() {
    assertThatExceptionOfType(MalformedInputException.class).isThrownBy(() -> state("Pump", "ON"));
  }

  private List<String> state(String name, String state) {
    return RowTexts.of(bridged.readState(name, state.getBytes(UTF_8), false, RECEIVED));
  }
}
