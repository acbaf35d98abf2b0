package io.sensorium.intake.chirpstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.measurements.RowTexts;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ChirpStackUplinkTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T07:32:00Z");

  @Test
  void eachNumberOfTheDecodedObjectIsASourceOfTheDevice() {
    var uplink = ChirpStackUplink.read(RowTexts.packet(getClass(), "uplink.json"), RECEIVED);

    assertThat(uplink.deduplicationId()).isEqualTo("57433366-50a6-4dc2-8145-2df1bbc70d9e");
    assertThat(RowTexts.of(uplink.rows()))
        .containsExactly(
            "0101010101010101/temperature 2026-03-02T07:31:12.775023Z 25.7",
            "0101010101010101/humidity 2026-03-02T07:31:12.775023Z 56.5",
            "0101010101010101/battery 2026-03-02T07:31:12.775023Z 92.0",
            "0101010101010101/open 2026-03-02T07:31:12.775023Z 0.0",
            "0101010101010101/channel.soil_moisture 2026-03-02T07:31:12.775023Z 31.0",
            "0101010101010101/rssi 2026-03-02T07:31:12.775023Z -36.0");
    assertThat(RowTexts.types(uplink.rows()))
        .containsExactly("temp", "humi", "battery_level", "value", "moisture", "rssi");
    assertThat(uplink.rows().source(0).hint().sensorTitle()).isEqualTo("Wine cellar");
  }

  @Test
  void anEventWithoutATimeIsOfNow() {
    var event = "{\"deviceInfo\": {\"devEui\": \"01\"}, \"object\": {\"t\": 1}}";

    var uplink = ChirpStackUplink.read(event.getBytes(UTF_8), RECEIVED);

    assertThat(RowTexts.of(uplink.rows())).containsExactly("01/t 2026-03-02T07:32:00Z 1.0");
    assertThat(uplink.deduplicationId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"deviceInfo\": {\"devEui\": \"\"}}",
        "{\"deviceInfo\": {\"devEui\": \"01\"}, \"time\": \"soon\"}"
      })
  void whatIsNoUplinkIsRefused(String event) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> ChirpStackUplink.read(event.getBytes(UTF_8), RECEIVED));
  }
}
