package io.sensorium.intake.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.measurements.MeasurementReceipt;
import io.sensorium.intake.measurements.RejectedRow;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementsJsonTest {

  @Test
  void aBatchOfRows() {
    var batch =
        decode(
            """
            {"batch_id": "b1", "measurements": [
              {"sensor": "aa00bb01", "source": "temp", "date": "2026-03-02T07:31:12.250Z",
               "value": 20.34},
              {"sensor": "aa00bb01", "source": "humi", "date": 1772436672250, "value": 48,
               "type": 5}]}
            """);

    assertThat(batch.batchId()).isEqualTo("b1");
    assertThat(batch.token()).isNull();
    var rows = batch.rows();
    assertThat(rows.source(0)).hasToString("aa00bb01/temp");
    assertThat(rows.source(0).hint().type().name()).isEqualTo("temp");
    assertThat(rows.timeMicros(0))
        .isEqualTo(rows.timeMicros(1))
        .isEqualTo(Micros.of(Instant.parse("2026-03-02T07:31:12.250Z")));
    assertThat(rows.value(0)).isEqualTo(20.34);
    assertThat(rows.typeCode(0)).isEqualTo(MeasurementType.REGULAR.code());
    assertThat(rows.typeCode(1)).isEqualTo(MeasurementType.BUTTON.code());
    assertThat(rows.rejected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|sensor: is missing",
        "{\"sensor\": \"a\"}|source: is missing",
        "{\"sensor\": \" \", \"source\": \"t\"}|sensor: is missing",
        "{\"sensor\": \"a\\u0000\", \"source\": \"t\"}|sensor: must be Unicode text without U+0000",
        "{\"sensor\": \"a\\ud800\", \"source\": \"t\"}|sensor: must be Unicode text without U+0000",
        "{\"sensor\": 7, \"source\": \"t\"}|sensor: must be a text",
        "{\"sensor\": \"a\", \"source\": \"t\", \"value\": 1}|date: is missing",
        "{\"sensor\": \"a\", \"source\": \"t\", \"date\": 1772436672250}|value: is missing",
        "{\"sensor\": \"a\", \"source\": \"t\", \"date\": 1772436672250, \"value\": null}"
            + "|value: is missing",
        "{\"sensor\": \"a\", \"source\": \"t\", \"date\": 1772436672250, \"value\": \"1\"}"
            + "|value: must be a number",
        "{\"sensor\": \"a\", \"source\": \"t\", \"date\": 1772436672250, \"value\": 1e999}"
            + "|value: is too large",
        "{\"sensor\": \"a\", \"source\": \"t\", \"date\": 1772436672250, \"value\": 1,"
            + " \"type\": 20}|type: must be 1 or 5",
        "{\"sensor\": \"a\", \"source\": \"t\", \"date\": \"yesterday\", \"value\": 1}"
            + "|date: must be RFC 3339 with an offset, or whole Unix milliseconds",
        "7|must be an object"
      })
  void aBadRowIsNamedWithItsProblemAndItsNeighboursAreKept(String row, String reason) {
    var good = "{\"sensor\": \"a\", \"source\": \"t\", \"date\": 1772436672250, \"value\": 1}";

    var rows = decode("{\"measurements\": [" + good + "," + row + "," + good + "]}").rows();

    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.rejected()).containsExactly(new RejectedRow(1, reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"measurements\": {}}",
        "{\"measurements\": [], \"measurements\": []}",
        "{\"measurements\": []} 1",
        "{\"measurements\": [",
        "{\"batch_id\": \"\"}",
        "{\"batch_id\": 7}"
      })
  void whatIsNoBatchIsRefusedAsAWhole(String body) {
    assertThatExceptionOfType(MalformedInputException.class).isThrownBy(() -> decode(body));
  }

  @Test
  void aBatchHasOnlySoManyRows() {
    var rows = "{},".repeat(MeasurementsJson.MAX_ROWS) + "{}";

    assertThatExceptionOfType(InputTooLargeException.class)
        .isThrownBy(() -> decode("{\"measurements\": [" + rows + "]}"));
  }

  @Test
  void aTokenIsReadAndNotShown() {
    var batch = decode("{\"token\": \"abc.def\", \"measurements\": []}");

    assertThat(batch.token()).isEqualTo("abc.def");
    assertThat(batch.toString()).doesNotContain("abc");
  }

  @Test
  void aReceiptNamesWhatWasRejected() {
    var receipt =
        new MeasurementReceipt(
            2, List.of(new RejectedRow(1, "date: is missing")), 1, false, 1789318746316133L);

    assertThat(MeasurementReceiptJson.write(receipt))
        .isEqualTo(
            "{\"accepted\":2,\"rejected\":[{\"index\":1,\"reason\":\"date: is missing\"}],"
                + "\"duplicate\":false,\"seq\":1789318746316133}");
  }

  @Test
  void aReceiptForNothingHasNoNumber() {
    assertThat(MeasurementReceiptJson.write(new MeasurementReceipt(0, List.of(), 1_001, false, 0)))
        .isEqualTo(
            "{\"accepted\":0,\"rejected\":[],\"rejected_count\":1001,"
                + "\"duplicate\":false,\"seq\":null}");
  }

  private static DecodedMeasurements decode(String body) {
    return MeasurementsJson.decode(new ByteArrayInputStream(body.getBytes(UTF_8)));
  }
}
