package io.sensorium.api.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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

  @Test
  void anyNameReadsBackAsItWasHoweverOftenItIsWritten() {
    var names = new ArrayList<String>();
    for (int i = 0; i < 2_000; i++) { // more than are kept, so that they take each other's places
      names.add(i % 2 == 0 ? "name" + i : "\"\\\n\u0007é€" + i);
    }
    for (int round = 0; round < 2; round++) {
      var out = new ByteArrayOutputStream();
      JsonWriter.write(
          out,
          json -> {
            json.beginObject();
            names.forEach(name -> json.field(name, name));
            json.nameOfData("last").beginObject();
            names.forEach(name -> json.nameOfData(name).value(name));
            json.endObject().endObject();
          });

      var back = new JsonMapper().readTree(out.toByteArray());
      var data = back.get("last");
      assertThat(data.propertyNames()).containsExactlyElementsOf(names);
      assertThat(back.propertyNames()).startsWith(names.toArray(String[]::new)).hasSize(2_001);
      assertThat(names)
          .allSatisfy(name -> assertThat(back.get(name).asString()).isEqualTo(name))
          .allSatisfy(name -> assertThat(data.get(name).asString()).isEqualTo(name));
    }
  }

  @Test
  void decimalsAreThoseOfTheDecimalFormHoweverTheyAreWritten() {
    var random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      int decimals = random.nextInt(8);
      double value = number(random, decimals);

      assertThat(write(json -> json.value(value, decimals)))
          .isEqualTo(Numbers.shortest(value, decimals));
    }
  }

  /** Many of them lie at or beside half a digit. */
  private static double number(Random random, int decimals) {
    double size = Math.pow(10, random.nextInt(8) - 3.0);
    double value = (random.nextDouble() - 0.5) * size;
    if (random.nextInt(3) > 0) {
      return value;
    }
    double half = (Math.rint(value * Math.pow(10, decimals)) + 0.5) / Math.pow(10, decimals);
    return random.nextBoolean() ? half : Math.nextUp(half);
  }

  @Test
  void wholeNumbersKeepAllDigits() {
    assertThat(write(json -> json.value(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
    assertThat(write(json -> json.value(Long.MAX_VALUE))).isEqualTo("9223372036854775807");
    assertThat(write(json -> json.value(0))).isEqualTo("0");
  }

  @Test
  void timestampsAreThoseOfTheCalendarInAllYears() {
    var form = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    var random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      var instant =
          Instant.ofEpochSecond(random.nextLong(-90_000_000_000L, 300_000_000_000L), 7_000_001);
      var offset = ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_801));

      var expected = form.format(instant.atOffset(offset));
      assertThat(Timestamps.millis(instant, offset)).isEqualTo(expected);
      assertThat(write(json -> json.value(instant, offset))).isEqualTo('"' + expected + '"');
    }
  }

  @Test
  void anyTextReadsBackAsItWas() {
    var random = new Random(9);
    for (int i = 0; i < 5_000; i++) {
      var points = random.ints(random.nextInt(300), 0, 0x11_0000);
      var text =
          points
              .map(point -> random.nextBoolean() ? point % 0x90 : point)
              .filter(point -> point < 0xD800 || point > 0xDFFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      var written = JsonWriter.write(json -> json.array(List.of(text, "end"), json::value));

      assertThat(new JsonMapper().readTree(written).get(0).asString()).isEqualTo(text);
    }
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(write(json -> json.value("a\uD83D"))).isEqualTo("\"a\uFFFD\"");
    assertThat(write(json -> json.raw("\"\uDE00\u00e9\""))).isEqualTo("\"\uFFFD\u00e9\"");
  }

  @Test
  void aStreamGetsTheSameBytes() {
    Consumer<JsonWriter> content =
        json ->
            json.array(
                IntStream.range(0, 5_000).boxed().toList(),
                number -> json.beginObject().field("number", number).endObject());
    var out = new ByteArrayOutputStream();

    JsonWriter.write(out, content);

    assertThat(out.toByteArray()).isEqualTo(JsonWriter.write(content));
  }

  @Test
  void aDocumentThatIsNotClosedIsRefused() {
    assertThatThrownBy(() -> write(JsonWriter::beginArray))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> write(JsonWriter::endArray)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> write(json -> json.beginObject().name("a").endObject()))
        .isInstanceOf(IllegalStateException.class);
  }
}
