package io.sensorium.intake.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sensorium.core.id.GatewayId;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.gateway.PairingJson.Pairing;
import io.sensorium.intake.json.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairingJsonTest {

  private static final GatewayId GATEWAY = new GatewayId(7);

  @Test
  void aSensorIsToldOfWithItsSources() {
    var pairing =
        read(
            """
            {"serial": "aa00bb01", "title": "Cellar", "firmware": "1.4", "sources": [
              {"serial": "t", "type": "temp", "interval": 900, "title": "Floor"},
              {"serial": "h", "type": "humi"}]}
            """);

    assertThat(pairing.sensor().gateway()).isEqualTo(GATEWAY);
    assertThat(pairing.sensor().serial()).isEqualTo("aa00bb01");
    assertThat(pairing.sensor().title()).isEqualTo("Cellar");
    assertThat(pairing.sensor().firmware()).isEqualTo("1.4");
    assertThat(pairing.sources()).hasSize(2);
    assertThat(pairing.sources().getFirst().interval()).hasMinutes(15);
    assertThat(pairing.sources().getLast().type().name()).isEqualTo("humi");
    assertThat(pairing.sources().getLast().interval()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | serial: is missing",
        "{\"serial\": 7} | serial: is missing",
        "{\"serial\": \"a\", \"sources\": [{}]} | sources[0].type: is missing, or no type has that name",
        "{\"serial\": \"a\", \"sources\": [{\"type\": \"temp\"}]} | sources[0].serial: is missing",
        "{\"serial\": \"a\", \"sources\": [{\"serial\": \"t\", \"type\": \"temp\", \"interval\": 0}]}"
            + " | sources[0].interval: must be from 1 to 604800 seconds",
        "{\"serial\": \"a\", \"sources\": [{\"serial\": \"t\", \"type\": \"temp\"},"
            + " {\"serial\": \"t\", \"type\": \"humi\"}]} | sources[1].serial: is there twice"
      })
  void whatIsNoPairingIsRefused(String json, String problem) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> read(json))
        .withMessage(problem);
  }

  @Test
  void textsAndSourcesAreLimited() {
    assertThat(read("{\"serial\": \"" + "x".repeat(PairingJson.MAX_LENGTH) + "\"}").sources())
        .isEmpty();
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> read("{\"serial\": \"" + "x".repeat(PairingJson.MAX_LENGTH + 1) + "\"}"))
        .withMessage("serial: at most 200 characters, none of them a control character");
    var sources = "{},".repeat(PairingJson.MAX_SOURCES) + "{}";
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> read("{\"serial\": \"a\", \"sources\": [" + sources + "]}"))
        .withMessage("sources: at most 1000");
  }

  private static Pairing read(String json) {
    return PairingJson.read(JsonNode.parse(json.getBytes(UTF_8)), GATEWAY);
  }
}
