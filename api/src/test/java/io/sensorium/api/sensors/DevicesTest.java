package io.sensorium.api.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.sensing.Devices.NewGateway;
import io.sensorium.store.sensing.Devices.SensorInventory;
import io.sensorium.store.sensing.Workflow.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DevicesTest {

  @TempDir private Path folder;
  private SensorServer server;
  private SensorClient anna;
  private SensorUser owner;
  private Gateway gateway;
  private SensorInventory sensor;

  @BeforeEach
  void aGatewayWithASensor() {
    server = SensorServer.start(folder);
    owner = server.newUser("anna@example.com");
    gateway = server.newGateway("10000000", owner);
    sensor = server.newSensor(gateway, "aa00bb01", "temp", "batt");
    anna = server.client("anna@example.com");
  }

  @AfterEach
  void stop() {
    anna.close();
    server.close();
  }

  private static List<String> serials(JsonNode gateways) {
    return gateways.valueStream().map(gateway -> gateway.path("serial").asString()).toList();
  }

  @Test
  void theHierarchyHasOneKeyAtEveryLevel() {
    var source = sensor.sources().getFirst();
    server.devices().setGatewayNetwork(gateway.id(), "2.43", "203.0.113.10", "192.168.1.10");

    var answer = anna.get("/v1/gateways");

    assertThat(answer.member("gateways").get(0).path("devices").get(0).path("devices")).hasSize(2);
    assertThat(answer.text())
        .contains(
            """
            "gateways":[{"id":%d,"serial":"10000000","title":"10000000","firmware":"2.43",\
            "type":{"id":10,"name":"B16"},"disconnected_date":null,"master_id":null,\
            "ipv4":"203.0.113.10","local_ipv4":"192.168.1.10","devices":[{"id":%d,\
            "serial":"aa00bb01","title":"aa00bb01","firmware":"1.99",\
            "type":{"id":4,"name":"S2.0"},"disconnected_date":null,"current_gateway_id":%d,\
            "devices":[{"id":%d,"title":"Temperature","serial":"temp","interval":900,\
            "subtype":null,"disconnected_date":null,"devices":[],"type":{"id":5,"name":"temp",\
            "precision":1,"capability":72,"unit":{"id":1,"name":"°C"}}},"""
                .formatted(
                    gateway.id().value(),
                    sensor.sensor().id().value(),
                    gateway.id().value(),
                    source.id().value()));
  }

  @Test
  void gatewaysAreFilteredBySerialDateAndRank() {
    server.clock.move(Duration.ofHours(1));
    server.newGateway("10000001", owner);
    server
        .devices()
        .createGateway(
            new NewGateway(
                "10000002", GatewayType.DEFAULT, gateway.id(), null, "t", server.clock.instant()));
    server.devices().associate(owner.id(), "10000002", null, null, server.clock.instant());

    assertThat(serials(anna.get("/v1/gateways").member("gateways")))
        .containsExactly("10000000", "10000001");
    assertThat(serials(anna.get("/v1/gateways?with_slaves=1").member("gateways")))
        .containsExactly("10000000", "10000001", "10000002");
    assertThat(serials(anna.get("/v1/gateways?with_slaves=0").member("gateways"))).hasSize(2);
    assertThat(serials(anna.get("/v1/gateways?serials=10000001,unknown").member("gateways")))
        .containsExactly("10000001");
    assertThat(anna.get("/v1/gateways?serials=unknown").member("gateways")).isEmpty();
    assertThat(serials(anna.get("/v1/gateways?from=2026-09-13T17:00:00Z").member("gateways")))
        .containsExactly("10000001"); // after that instant
    assertThat(serials(anna.get("/v1/gateways?from=2026-09-13").member("gateways"))).hasSize(2);
    assertThat(anna.get("/v1/gateways?from=2026-09-14").member("gateways")).isEmpty();
    assertThat(anna.get("/v1/gateways?from=abc").error()).isEqualTo("400 invalid_parameter/from");
  }

  @Test
  void anInventoryThatDoesNotChangeMayBeKept() {
    assertThat(anna.get("/v1/gateways").json().path("max_age").asInt()).isEqualTo(5);

    server.clock.move(Duration.ofDays(10_000)); // the store's own clock goes on meanwhile

    assertThat(anna.get("/v1/gateways").json().path("max_age").asInt()).isEqualTo(900);
  }

  @Test
  void aSerialIsTextAndItsGatewayIsTakenOnce() {
    server.newGateway("00000000");

    var taken = anna.post("/v1/gateways", "serial=00000000&name=Home").member("gateway");
    var again = anna.post("/v1/gateways", "serial=00000000").member("gateway");
    var renamed = anna.post("/v1/gateways", "serial=00000000&name=House").member("gateway");

    assertThat(taken.path("serial").asString()).isEqualTo("00000000");
    assertThat(taken.path("title").asString()).isEqualTo("Home");
    assertThat(taken.path("devices").isArray()).isTrue();
    assertThat(again).isEqualTo(taken);
    assertThat(renamed.path("title").asString()).isEqualTo("House");
    assertThat(serials(anna.get("/v1/gateways").member("gateways"))).contains("00000000");
  }

  @Test
  void anUnknownSerialAndAnothersLookAlikeAndFewMayBeTried() {
    var stranger = server.newUser("stranger@example.com");
    server.newGateway("20000000", stranger);

    var unknown = anna.post("/v1/gateways", "serial=unknown");
    var owned = anna.post("/v1/gateways", "serial=20000000");

    assertThat(unknown.error()).isEqualTo("404 not_found/");
    assertThat(owned.text().replaceAll("\"time\":[0-9.]+", ""))
        .isEqualTo(unknown.text().replaceAll("\"time\":[0-9.]+", ""));
    assertThat(anna.post("/v1/gateways", "name=x").error())
        .isEqualTo("400 invalid_parameter/serial");
    for (int i = 0; i < 10; i++) {
      assertThat(anna.post("/v1/gateways", "serial=10000000").status()).isEqualTo(200);
    }
    for (int i = 0; i < 3; i++) {
      anna.post("/v1/gateways", "serial=guess" + i);
    }
    assertThat(anna.post("/v1/gateways", "serial=guess").error()).isEqualTo("429 rate_limited/");
    server.clock.move(Duration.ofMinutes(12));
    assertThat(anna.post("/v1/gateways", "serial=guess").error()).isEqualTo("404 not_found/");
  }

  @Test
  void aGatewayIsRenamed() {
    var renamed = anna.post("/v1/gateways/" + gateway.id(), "name=Office").member("gateway");

    assertThat(renamed.path("title").asString()).isEqualTo("Office");
    assertThat(anna.post("/v1/gateways/" + gateway.id(), "").member("gateway")).isEqualTo(renamed);
    assertThat(anna.post("/v1/gateways/" + gateway.id(), "name=" + "x".repeat(201)).error())
        .isEqualTo("400 invalid_parameter/name");
  }

  @ParameterizedTest
  @CsvSource({"reboot", "pairing_start"})
  void aCommandIsAWorkflowThatTheGatewayEnds(String command) {
    var path = "/v1/gateways/" + gateway.id() + "/commands";

    var workflow = anna.post(path, "command=" + command).member("workflow");

    assertThat(workflow)
        .hasToString(
            """
            {"id":%d,"type":"gateway_command","command":"%s","target":{"type":"gateway","id":%d},\
            "state":"queued","progress":0,"created_date":"2026-09-13T17:00:00+0000",\
            "updated_date":"2026-09-13T17:00:00+0000","expires_date":"2026-09-14T17:00:00+0000",\
            "result":null,"error":null}"""
                .formatted(workflow.path("id").asLong(), command, gateway.id().value()));
    var running = anna.get("/v1/workflows/" + workflow.path("id").asLong());
    assertThat(running.member("workflow")).isEqualTo(workflow);
    assertThat(running.json().path("max_age").asInt()).isEqualTo(2);
    var again = anna.post(path, "command=" + command);
    assertThat(again.error()).isEqualTo("409 conflict/command");
    assertThat(again.json().path("workflow")).isEqualTo(workflow);

    report(workflow, State.SUCCEEDED, "{\"rebooted\":true}");

    var ended = anna.get("/v1/workflows/" + workflow.path("id").asLong());
    assertThat(ended.member("workflow").path("state").asString()).isEqualTo("succeeded");
    assertThat(ended.member("workflow").path("result").path("rebooted").asBoolean()).isTrue();
    assertThat(ended.json().path("max_age").asInt()).isEqualTo(900);
    assertThat(anna.post(path, "command=" + command).status()).isEqualTo(200);
  }

  private void report(JsonNode workflow, State state, @Nullable String result) {
    server
        .store
        .workflows()
        .report(
            gateway.id(),
            new WorkflowId(workflow.path("id").asLong()),
            state,
            100,
            result,
            null,
            server.clock.instant());
  }

  @Test
  void anotherCommandIsRefused() {
    var path = "/v1/gateways/" + gateway.id() + "/commands";

    assertThat(anna.post(path, "").error()).isEqualTo("400 invalid_parameter/command");
    assertThat(anna.post(path, "command=explode").error())
        .isEqualTo("400 invalid_parameter/command");
    assertThat(anna.post(path, "command=REBOOT").error())
        .isEqualTo("400 invalid_parameter/command");
  }

  @Test
  void aSensorIsRenamedWithoutAWorkflow() {
    var answer = anna.post("/v1/sensors/" + sensor.sensor().id(), "name=K%C3%B8kken");

    assertThat(answer.member("sensor").path("title").asString()).isEqualTo("Køkken");
    assertThat(answer.member("sensor").path("devices")).hasSize(2);
    assertThat(answer.json().has("workflow")).isFalse();
  }

  @Test
  void anIntervalNeedsThePrivilegeAndHoldsWhenTheGatewayConfirms() {
    var path = "/v1/sensors/" + sensor.sensor().id();
    assertThat(anna.post(path, "interval=300&name=x").error()).isEqualTo("403 forbidden/interval");
    server.store.sensorUsers().setPrivileges(owner.id(), java.util.Set.of(Privilege.SET_INTERVAL));
    for (var wrong : List.of("59", "86401", "x", "-900", "900.5", "1e3")) {
      assertThat(anna.post(path, "interval=" + wrong).error())
          .isEqualTo("400 invalid_parameter/interval");
    }

    var answer = anna.post(path, "interval=300&name=Cellar");

    assertThat(answer.member("sensor").path("title").asString()).isEqualTo("Cellar");
    assertThat(intervals(answer.member("sensor"))).containsExactly(900, 10_800);
    assertThat(answer.member("workflow").path("type").asString()).isEqualTo("sensor_interval");
    assertThat(answer.member("workflow").path("target").path("id").asLong())
        .isEqualTo(sensor.sensor().id().value());
    assertThat(anna.post(path, "interval=300").member("workflow").path("id"))
        .isEqualTo(answer.member("workflow").path("id"));
    assertThat(anna.post(path, "interval=600").error()).isEqualTo("409 conflict/interval");
    report(answer.member("workflow"), State.SUCCEEDED, null);
    assertThat(intervals(anna.post(path, "").member("sensor"))).containsExactly(300, 300);
    var ended = anna.get("/v1/workflows/" + answer.member("workflow").path("id").asLong());
    assertThat(ended.member("workflow").path("result").path("interval").asInt()).isEqualTo(300);
  }

  private static List<Integer> intervals(JsonNode sensor) {
    return sensor.path("devices").valueStream().map(it -> it.path("interval").asInt()).toList();
  }
}
