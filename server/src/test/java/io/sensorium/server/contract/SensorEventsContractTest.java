package io.sensorium.server.contract;

import static io.sensorium.server.contract.GatewayClient.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The published sensor API: which callbacks hear of measurements by button and of alarms. */
class SensorEventsContractTest {

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Receiver receiver;
  private static Person anna;
  private static GatewayClient gateway;

  @BeforeAll
  static void start() {
    receiver = new Receiver();
    site = SensorSite.start(directory, Map.of("callbacks.allowedAddresses", "127.0.0.0/8"));
    anna = site.newPerson("anna");
    gateway = site.newGateway("10000000", anna);
  }

  @AfterAll
  static void stop() {
    site.close();
    receiver.close();
  }

  private static void newCallback(String path, int type) {
    anna.post("/v1/callbacks", "url=" + receiver.url(path) + "&type=" + type).ok();
  }

  private static JsonNode awaitMessage(String path, String eventType) {
    SensorSite.await(path + " hears of " + eventType, () -> find(path, eventType) != null);
    return find(path, eventType);
  }

  private static JsonNode find(String path, String eventType) {
    return receiver.at(path).stream()
        .map(Receiver.Message::json)
        .filter(message -> message.path("event_type").asString().equals(eventType))
        .findFirst()
        .orElse(null);
  }

  @Test
  void threeIsButtonsAndAlarmsAndNothingOfTheSystem() {
    newCallback("/one", 1);
    newCallback("/two", 2);
    newCallback("/three", 3);
    newCallback("/seven", 7);
    var source = gateway.pair("aa00bb01", "temp").source("temp");
    anna.post("/v1/alarms", "data_source=" + source + "&value=5&direction=above").ok();

    gateway.send(row("aa00bb01", "temp", Instant.now().plusSeconds(1), 21.5, 5));
    var commands = "/v1/gateways/" + gateway.id() + "/commands";
    long workflow = anna.post(commands, "command=reboot").ok("workflow").path("id").asLong();
    gateway.commands();
    gateway.report(workflow, "{\"state\":\"succeeded\"}").ok();

    var button = awaitMessage("/three", "measurement.button");
    var alarm = awaitMessage("/three", "alarm.triggered");
    awaitMessage("/seven", "workflow.finished");
    awaitMessage("/seven", "measurement.button");
    awaitMessage("/seven", "alarm.triggered");
    awaitMessage("/one", "measurement.button");
    awaitMessage("/two", "alarm.triggered");
    assertThat(find("/three", "workflow.finished")).isNull();
    assertThat(find("/one", "alarm.triggered")).isNull();
    assertThat(find("/two", "measurement.button")).isNull();
    assertThat(button.path("type").asInt()).isOne();
    assertThat(button.path("data").propertyNames()).contains("gateway", "sensor", "measurements");
    var row = button.path("data").path("measurements").path(Long.toString(source));
    assertThat(row.path("value").asDouble()).isEqualTo(21.5);
    assertThat(row.path("type").asInt()).isEqualTo(5);
    assertThat(alarm.path("type").asInt()).isEqualTo(2);
    assertThat(alarm.path("data").propertyNames())
        .contains("alarm", "log", "data_source", "sensor", "gateway");
    assertThat(alarm.path("data").path("log").path("event").asString()).isEqualTo("triggered");
  }
}
