package io.sensorium.api.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  private static final Instant EVENING = Instant.parse("2019-03-21T19:08:00.9996Z");

  private static String write(Consumer<JsonWriter> content) {
    return new String(JsonWriter.write(content), UTF_8);
  }

  @Test
  void numbersAreInTheirShortestForm() {
    assertThat(Numbers.shortest(4.4981, 5)).isEqualTo("4.4981");
    assertThat(Numbers.shortest(23.0, 2)).isEqualTo("23");
    assertThat(Numbers.shortest(-1, 2)).isEqualTo("-1");
    assertThat(Numbers.shortest(100, 0)).isEqualTo("100");
    assertThat(Numbers.shortest(1.005, 2)).isEqualTo("1.01");
    assertThat(Numbers.shortest(0.00001, 5)).isEqualTo("0.00001");
    assertThat(Numbers.shortest(1.5e12, 1)).isEqualTo("1500000000000");
    assertThat(Numbers.shortest(-0.0001, 2)).isEqualTo("0");
    assertThatThrownBy(() -> Numbers.shortest(Double.NaN, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timestampsHaveThreeDigitsAndTheOffsetOfThePlace() {
    assertThat(Timestamps.millis(EVENING, ZoneOffset.ofHours(1)))
        .isEqualTo("2019-03-21T20:08:00.999+01:00");
    assertThat(Timestamps.millis(EVENING, ZoneOffset.UTC)).endsWith(".999+00:00");
    assertThat(Timestamps.micros(EVENING, ZoneOffset.ofHoursMinutes(-3, -30)))
        .isEqualTo("2019-03-21T15:38:00.999600-03:30");
    assertThat(Timestamps.seconds(EVENING, ZoneOffset.UTC)).isEqualTo("2019-03-21T19:08:00+00:00");
    assertThat(Timestamps.millisZulu(EVENING)).isEqualTo("2019-03-21T19:08:00.999Z");
  }

  @Test
  void anObjectIsWrittenPieceByPiece() {
    var text =
        write(
            json ->
                json.beginObject()
                    .field("name", "Zoë \"Z\"")
                    .field("email", (String) null)
                    .field("latitude", 51.054300001, 5)
                    .field("speed", (Double) null, 1)
                    .field("start", EVENING, ZoneOffset.UTC)
                    .name("ids")
                    .array(List.of(1L, 2L), json::value)
                    .endObject());

    assertThat(text)
        .isEqualTo(
            "{\"name\":\"Zoë \\\"Z\\\"\",\"email\":null,\"latitude\":51.0543,\"speed\":null,"
                + "\"start\":\"2019-03-21T19:08:00.999+00:00\",\"ids\":[1,2]}");
  }
}
