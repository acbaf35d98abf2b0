package io.sensorium.intake.homeassistant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.RowTexts;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class HomeAssistantTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T07:32:00Z");

  private final HomeAssistant entities = new HomeAssistant();

  @Test
  void anEntityOfTasmotaTellsAValueWithinADocument() {
    var topic = announce("sensor/2F8A3C_DS18B20_Temperature/config", "tasmota-temperature.json");

    assertThat(topic).isEqualTo("tele/tasmota_2F8A3C/SENSOR");
    var rows =
        state(topic, "{\"Time\":\"2026-03-02T08:31:12\",\"DS18B20\":{\"Temperature\":11.4}}");
    assertThat(RowTexts.of(rows))
        .containsExactly("2F8A3C/2F8A3C_DS18B20_Temperature 2026-03-02T07:32:00Z 11.4");
    assertThat(RowTexts.types(rows)).containsExactly("temp");
    assertThat(rows.source(0).hint().sensorTitle()).isEqualTo("Cellar");
    assertThat(rows.source(0).hint().sourceTitle()).isEqualTo("Cellar DS18B20 Temperature");
  }

  @Test
  void anEntityOfEsphomeTellsAPlainNumber() {
    var topic = announce("sensor/greenhouse/humidity/config", "esphome-humidity.json");

    assertThat(RowTexts.of(state(topic, "63.5")))
        .containsExactly("a4cf12ee3b10/ESPsensorhumidity 2026-03-02T07:32:00Z 63.5");
    assertThat(state(topic, "nan").size()).isZero();
    assertThat(state(topic, "unavailable").size()).isZero();
  }

  @Test
  void aBinarySensorIsOneWhenItIsOn() {
    var topic = announce("binary_sensor/hall/config", "motion.json");

    assertThat(RowTexts.of(state(topic, "1")))
        .containsExactly("hall/hall_pir 2026-03-02T07:32:00Z 1.0");
    assertThat(state(topic, "0").value(0)).isZero();
    assertThat(state(topic, "on").size()).isZero();
    assertThat(RowTexts.types(state(topic, "1"))).containsExactly("motion");
  }

  @Test
  void aNumberInAnotherUnitIsConverted() {
    read(
        "sensor/a/config",
        "{\"stat_t\": \"a\", \"dev_cla\": \"temperature\","
            + " \"unit_of_meas\": \"°F\", \"uniq_id\": \"a\"}");

    assertThat(state("a", "68").value(0)).isCloseTo(20, within(1e-9));
  }

  @Test
  void onlySoManyEntitiesAreRemembered() {
    for (int entity = 0; entity < HomeAssistant.MAX_ENTITIES; entity++) {
      read("sensor/a" + entity + "/config", "{\"stat_t\": \"a\"}");
    }

    assertThatExceptionOfType(InputTooLargeException.class)
        .isThrownBy(() -> read("sensor/one_more/config", "{\"stat_t\": \"a\"}"));
    read("sensor/a0/config", "{\"stat_t\": \"b\"}");
    assertThat(entities.isState("b")).isTrue();
  }

  @Test
  void entitiesThatShareATopicAreAllRead() {
    read("sensor/a/config", "{\"stat_t\": \"x\", \"val_tpl\": \"{{ value_json.a }}\"}");
    read("sensor/b/config", "{\"stat_t\": \"x\", \"val_tpl\": \"{{ value_json.b }}\"}");

    assertThat(state("x", "{\"a\": 1, \"b\": 2}").size()).isEqualTo(2);
  }

  @Test
  void anEntityIsTakenBackByAnEmptyMessageAndReplacedByAnother() {
    read("sensor/a/config", "{\"stat_t\": \"x\"}");
    read("sensor/a/config", "{\"stat_t\": \"y\"}");

    assertThat(entities.stateTopics()).containsExactly("y");
    assertThat(entities.readConfig("sensor/a/config", new byte[0])).isEmpty();
    assertThat(entities.stateTopics()).isEmpty();
    assertThat(entities.isState("y")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"stat_t\": \"#\"}",
        "{\"stat_t\": \"a/+/b\"}",
        "{\"stat_t\": \"a\", \"val_tpl\": \"{{ states('sensor.x') }}\"}"
      })
  void whatIsNotUnderstoodIsPassedOver(String config) {
    assertThat(entities.readConfig("sensor/a/config", config.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"switch/a/config", "sensor/config", "sensor/a/b/c/config", "sensor/a"})
  void otherTopicsAnnounceNothing(String topic) {
    assertThat(entities.readConfig(topic, "{\"stat_t\": \"a\"}".getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ value }}", "{{value|float}}", "{{ value | float(0) | round(1) }}"})
  void aTemplateMayPickTheMessageItself(String template) {
    assertThat(pick(template, "21.5")).isEqualTo(21.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ value_json.a.b }}", "{{ value_json['a']['b'] }}", "{{ value_json[\"a\"].b }}",
        "{{ value_json.list[1] }}", "{{ value_json.a.b | round(2) }}", "{{- value_json.a.b -}}"
      })
  void aTemplateMayPickAValueWithinTheDocument(String template) {
    assertThat(pick(template, "{\"a\": {\"b\": 7}, \"list\": [1, 7]}")).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ value_json.a",
        "{{ value.a }}",
        "{{ value_json.a * 2 }}",
        "{% if value %}1{% endif %}",
        "{{ value_json.a | tojson }}",
        "21"
      })
  void otherTemplatesAreNotUnderstood(String template) {
    assertThat(ValueTemplate.parse(template)).isEmpty();
  }

  private static double pick(String template, String message) {
    var picked = ValueTemplate.parse(template).orElseThrow().pick(message.getBytes(UTF_8));
    return picked.text().map(Double::parseDouble).orElse(picked.number());
  }

  private String announce(String topic, String packet) {
    return entities.readConfig(topic, RowTexts.packet(getClass(), packet)).orElseThrow();
  }

  private void read(String topic, String config) {
    assertThat(entities.readConfig(topic, config.getBytes(UTF_8))).isPresent();
  }

  private MeasurementRows state(String topic, String message) {
    return entities.readState(topic, message.getBytes(UTF_8), RECEIVED);
  }
}
