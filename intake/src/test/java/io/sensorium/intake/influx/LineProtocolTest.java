package io.sensorium.intake.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.RejectedRow;
import io.sensorium.intake.series.SeriesCache;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineProtocolTest {

  private static final GatewayId GATEWAY = new GatewayId(7);
  private static final Instant RECEIVED = Instant.parse("2026-03-02T07:31:15Z");
  private static final Instant MEASURED = Instant.parse("2026-03-02T07:31:10Z");

  private final LineProtocol codec =
      new LineProtocol(new SeriesCache(SeriesCache.DEFAULT_MAX_BYTES, new SplittableRandom(1)));

  @Test
  void aMeasurementWithItsTagsIsASensorAndEachFieldIsASource() throws IOException {
    var rows = codec.decode(resource("telegraf.txt"), Precision.NANOSECONDS, GATEWAY, RECEIVED);

    assertThat(texts(rows))
        .contains(
            "cpu,cpu=cpu0,host=pi/usage_idle 2026-03-02T07:31:10Z 97.4874371859295",
            "mem,host=pi/total 2026-03-02T07:31:10Z 3.978100736E9",
            "disk,device=mmcblk0p2,fstype=ext4,host=pi,mode=rw,path=/"
                + "/inodes_used 2026-03-02T07:31:10Z 98304.0",
            "mqtt_consumer,sensor=kitchen window/temperature 2026-03-02T07:31:11.500Z 21.25",
            "mqtt_consumer,sensor=kitchen window/open 2026-03-02T07:31:11.500Z 0.0");
    assertThat(rows.size()).isEqualTo(19);
  }

  @Test
  void aStringIsNotStoredAndTheOtherFieldsOfItsLineAre() {
    var rows = decode("system,host=pi load1=0.08,format=\"1 day, \\\"0\\\" a=1\",users=2i");

    assertThat(texts(rows))
        .containsExactly(
            "system,host=pi/load1 2026-03-02T07:31:15Z 0.08",
            "system,host=pi/users 2026-03-02T07:31:15Z 2.0");
    assertThat(rows.rejected())
        .containsExactly(new RejectedRow(0, "field 'format': strings are not stored"));
  }

  @Test
  void tagsInAnyOrderNameTheSameSensor() {
    var rows = decode("m,b=2,a=1 v=1 1\nm,a=1,b=2 v=2 2");

    assertThat(rows.source(0).name()).isEqualTo(rows.source(1).name());
  }

  @Test
  void aTagSensorNamesTheSensorWhateverTheOtherTagsAre() {
    var rows = decode("climate,floor=1,sensor=kitchen temp=20\nclimate,sensor=kitchen temp=21");

    assertThat(rows.source(0).name().sensor()).isEqualTo("climate,sensor=kitchen");
    assertThat(rows.source(1).name().sensor()).isEqualTo("climate,sensor=kitchen");
    assertThat(rows.source(0).hint().sensorTitle()).isEqualTo("kitchen");
  }

  @Test
  void escapedCharactersArePartOfNamesAndSerialsStayDifferent() {
    var rows = decode("my\\ room\\,1,a\\=b=c\\,d\\ e out\\=side\\ t=1.5 1772436670000000000");

    assertThat(texts(rows))
        .containsExactly("my room\\,1,a\\=b=c\\,d e/out=side t 2026-03-02T07:31:10Z 1.5");
  }

  @Test
  void aBackslashBeforeAnythingElseIsItself() {
    var rows = decode("c:\\temp,path=d\\e v=1");

    assertThat(rows.source(0).name().sensor()).isEqualTo("c:\\temp,path=d\\e");
  }

  @Test
  void theFieldValueOfAMeasurementIsWhatTheMeasurementIsCalled() {
    var rows = decode("temperature,sensor=a value=20\nclimate,sensor=a value=1,humidity=40");

    assertThat(rows.source(0).hint().type().name()).isEqualTo("temp");
    assertThat(rows.source(1).hint().type().name()).isEqualTo("value");
    assertThat(rows.source(2).hint().type().name()).isEqualTo("humi");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1.5, -1.5",
    "1e3, 1000",
    "1.25E-2, 0.0125",
    "-0, -0.0",
    "10i, 10",
    "-7i, -7",
    "18446744073709551615u, 1.8446744073709552E19",
    "t, 1",
    "T, 1",
    "true, 1",
    "True, 1",
    "TRUE, 1",
    "f, 0",
    "F, 0",
    "false, 0",
    "False, 0",
    "FALSE, 0"
  })
  void valuesOfEveryKindAreNumbers(String written, double value) {
    var rows = decode("m v=" + written + " 1772436670000000000");

    assertThat(rows.value(0)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m|missing fields",
        "m,a=1|missing fields",
        "m v|missing field value",
        "m v=|missing field value",
        "m =1|missing field key",
        "m v=1,|missing field key",
        "m v=1,w|missing field value",
        "m,a v=1|missing measurement, tag key or tag value",
        "m,a= v=1|missing measurement, tag key or tag value",
        "m,=b v=1|missing measurement, tag key or tag value",
        "m, v=1|missing measurement, tag key or tag value",
        ",a=1 v=1|missing measurement, tag key or tag value",
        "m v=1x|invalid field format",
        "m v=1.5i|invalid field format",
        "m v=nan|invalid field format",
        "m v=tRUE|invalid field format",
        "m v=truely|invalid field format",
        "m v=0x10|invalid field format",
        "m v=\"open|unbalanced quotes",
        "m v=1 now|bad timestamp",
        "m v=1 1.5|bad timestamp",
        "m v=1 99999999999999999999|bad timestamp",
        "m v=1 -|bad timestamp"
      })
  void aLineThatCannotBeReadIsNamedWithItsProblem(String line, String problem) {
    var rows = decode("good v=1\n" + line);

    assertThat(texts(rows)).hasSize(1);
    assertThat(rows.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.index()).isEqualTo(1);
              assertThat(rejected.reason()).isEqualTo("unable to parse '" + line + "': " + problem);
            });
  }

  @Test
  void goodLinesAroundABadOneAreKept() {
    var rows = decode("a v=1\nb v=\nc v=3\n");

    assertThat(rows.source(0).name().sensor()).isEqualTo("a");
    assertThat(rows.source(1).name().sensor()).isEqualTo("c");
    assertThat(rows.index(1)).isEqualTo(2);
  }

  @Test
  void emptyLinesCommentsAndLineEndsOfWindowsMeanNothing() {
    var rows = decode("\n# a comment\n  \r\nm v=1 1772436670000000000\r\n\n");

    assertThat(texts(rows)).containsExactly("m/v 2026-03-02T07:31:10Z 1.0");
    assertThat(rows.rejected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ns, 1772436670000000999", "n, 1772436670000000999", "us, 1772436670000000",
    "u, 1772436670000000", "ms, 1772436670000", "s, 1772436670"
  })
  void timestampsAreInThePrecisionOfTheRequest(String precision, String timestamp) {
    var body = ("m v=1 " + timestamp).getBytes(UTF_8);

    var rows = codec.decode(body, Precision.find(precision).orElseThrow(), GATEWAY, RECEIVED);

    assertThat(Micros.toInstant(rows.timeMicros(0))).isEqualTo(MEASURED);
  }

  @Test
  void aTimestampBeyondAllTimeStaysFarAway() {
    var body = "m v=1 9000000000000000000".getBytes(UTF_8);

    var rows = codec.decode(body, Precision.SECONDS, GATEWAY, RECEIVED);

    assertThat(rows.timeMicros(0)).isGreaterThan(Micros.of(RECEIVED) * 1_000);
  }

  @Test
  void namesThatWereSentBeforeAreFoundAgain() {
    var first = decode("m,a=1 v=1,w=2").source(1);

    var second = decode("m,a=1 w=3").source(0);

    assertThat(second).isSameAs(first);
  }

  @Test
  void aRequestHasOnlySoManyValues() {
    var line = "m a=1,b=2\n";

    assertThatExceptionOfType(InputTooLargeException.class)
        .isThrownBy(() -> decode(line.repeat(LineProtocol.MAX_ROWS / 2 + 1)));
  }

  @Test
  void noBytesWhateverTheyAreMakeItFail() {
    var random = new SplittableRandom(3);
    var characters = "am,= \\\"\n\r#.0123456789eitTf-+\u00e9".getBytes(UTF_8);
    for (int round = 0; round < 50_000; round++) {
      var body = new byte[random.nextInt(40)];
      for (int at = 0; at < body.length; at++) {
        body[at] = characters[random.nextInt(characters.length)];
      }

      var rows = codec.decode(body, Precision.NANOSECONDS, GATEWAY, RECEIVED);

      assertThat(rows.size()).isLessThanOrEqualTo(body.length);
    }
  }

  private MeasurementRows decode(String lines) {
    return codec.decode(lines.getBytes(UTF_8), Precision.NANOSECONDS, GATEWAY, RECEIVED);
  }

  private static List<String> texts(MeasurementRows rows) {
    var texts = new ArrayList<String>();
    for (int row = 0; row < rows.size(); row++) {
      var time = Micros.toInstant(rows.timeMicros(row));
      texts.add(rows.source(row) + " " + time + " " + rows.value(row));
    }
    return texts;
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = LineProtocolTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
