package io.sensorium.intake.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.gateway.CommandReportJson.CommandReport;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.store.sensing.Workflow.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandReportJsonTest {

  @Test
  void aResultIsKeptAsJson() {
    var report =
        read(
            "{\"state\": \"running\", \"progress\": 40, \"result\": {\"a\": [1, 2.5, null, true, \"x\"]}}");

    assertThat(report.state()).isEqualTo(State.RUNNING);
    assertThat(report.progressPercent()).hasValue(40);
    assertThat(report.result()).isEqualTo("{\"a\":[1,2.5,null,true,\"x\"]}");
    assertThat(report.error()).isNull();
  }

  @Test
  void nothingButTheStateIsNeeded() {
    var report = read("{\"state\": \"failed\", \"error\": \"no radio\"}");

    assertThat(report.progressPercent()).isEmpty();
    assertThat(report.result()).isNull();
    assertThat(report.error()).isEqualTo("no radio");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | state: must be acknowledged, running, succeeded or failed",
        "{\"state\": \"sent\"} | state: must be acknowledged, running, succeeded or failed",
        "{\"state\": \"running\", \"progress\": 101} | progress: must be from 0 to 100",
        "{\"state\": \"running\", \"progress\": \"1\"} | progress: must be from 0 to 100"
      })
  void whatIsNoReportIsRefused(String json, String problem) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> read(json))
        .withMessage(problem);
  }

  @Test
  void textsAreLimited() {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> read("{\"state\": \"failed\", \"error\": \"" + "x".repeat(1_001) + "\"}"))
        .withMessage("error: at most 1000 characters");
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(
            () -> read("{\"state\": \"failed\", \"result\": \"" + "x".repeat(16_383) + "\"}"))
        .withMessage("result: at most 16384 characters");
  }

  private static CommandReport read(String json) {
    return CommandReportJson.read(JsonNode.parse(json.getBytes(UTF_8)));
  }
}
