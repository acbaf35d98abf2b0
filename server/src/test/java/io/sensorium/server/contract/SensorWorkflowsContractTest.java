package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published sensor API: commands, changes of sensors, and the workflows of both. */
class SensorWorkflowsContractTest {

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Person anna;
  private static Person berta;
  private static int gateways;
  private GatewayClient gateway = new GatewayClient(0, "", "", site.plain());
  private long sensor;

  @BeforeAll
  static void start() {
    site = SensorSite.start(directory);
    anna = site.newPerson("anna", "set_interval");
    berta = site.newPerson("berta");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void aGatewayWithASensor(TestInfo test) {
    gateway = site.newGateway("1000000" + gateways++, anna);
    sensor = gateway.pair("aa00bb01", "temp", "humi").id();
  }

  private JsonNode shownSensor() {
    var shown = anna.get("/v1/gateways?serials=" + gateway.serial()).ok("gateways").get(0);
    return shown.path("devices").get(0);
  }

  private Reply command(String form) {
    return anna.post("/v1/gateways/" + gateway.id() + "/commands", form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reboot", "pairing_start"})
  void aCommandIsAWorkflow(String command) {
    var workflow = command("command=" + command).ok("workflow");

    assertThat(workflow.propertyNames())
        .containsExactly(
            "id",
            "type",
            "command",
            "target",
            "state",
            "progress",
            "created_date",
            "updated_date",
            "expires_date",
            "result",
            "error");
    assertThat(workflow.path("command").asString()).isEqualTo(command);
    assertThat(workflow.path("state").asString()).isEqualTo("queued");
    assertThat(workflow.path("target").path("id").asLong()).isEqualTo(gateway.id());
    assertThat(workflow.path("result").isNull()).isTrue();
    assertThat(anna.get("/v1/workflows/" + workflow.path("id")).ok("workflow")).isEqualTo(workflow);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "command=", "command=explode", "command=REBOOT", "command=set_interval"})
  void noOrAnotherCommandIsRefused(String form) {
    assertThat(command(form).error()).isEqualTo("400 invalid_parameter/command");
  }

  @Test
  void theSameCommandTwiceNamesTheWorkflowThatRuns() {
    var first = command("command=reboot").ok("workflow");

    var second = command("command=reboot");

    assertThat(second.error()).isEqualTo("409 conflict/command");
    assertThat(second.json().path("workflow")).isEqualTo(first);
    assertThat(command("command=pairing_start").status()).isEqualTo(200);
  }

  @Test
  void aWorkflowHasAtLastTheResultThatTheGatewayReports() {
    long id = command("command=reboot").ok("workflow").path("id").asLong();
    assertThat(anna.get("/v1/workflows/" + id).ok("max_age").asInt()).isEqualTo(2);
    assertThat(gateway.commands()).hasSize(1);
    gateway.report(id, "{\"state\":\"running\",\"progress\":40}").ok();
    var running = anna.get("/v1/workflows/" + id).ok("workflow");
    gateway.report(id, "{\"state\":\"succeeded\",\"result\":{\"seconds\":12}}").ok();

    var ended = anna.get("/v1/workflows/" + id);

    assertThat(running.path("state").asString()).isEqualTo("running");
    assertThat(running.path("progress").asInt()).isEqualTo(40);
    assertThat(ended.ok("workflow").path("state").asString()).isEqualTo("succeeded");
    assertThat(ended.ok("workflow").path("progress").asInt()).isEqualTo(100);
    assertThat(ended.ok("workflow").path("result")).hasToString("{\"seconds\":12}");
    assertThat(ended.ok("max_age").asInt()).isEqualTo(900);
  }

  @Test
  void anUnknownAndAnothersWorkflowAreRefusedAlike() {
    long id = command("command=reboot").ok("workflow").path("id").asLong();

    var others = berta.get("/v1/workflows/" + id);

    assertThat(others.error()).isEqualTo("404 not_found");
    assertThat(others.said()).isEqualTo(berta.get("/v1/workflows/999999").said());
  }

  @Test
  void aNameAloneIsSetAtOnceWithoutAWorkflow() {
    var answer = anna.post("/v1/sensors/" + sensor, "name=Fridge");

    assertThat(answer.json().propertyNames()).containsExactly("code", "max_age", "time", "sensor");
    assertThat(answer.ok("sensor").path("title").asString()).isEqualTo("Fridge");
    assertThat(shownSensor()).isEqualTo(answer.ok("sensor"));
    assertThat(gateway.commands()).isEmpty();
  }

  @Test
  void anIntervalIsSensorAndWorkflowAndHoldsWhenTheGatewayConfirms() {
    var answer = anna.post("/v1/sensors/" + sensor, "interval=300&name=Fridge");
    long workflow = answer.ok("workflow").path("id").asLong();
    assertThat(answer.json().propertyNames())
        .containsExactly("code", "max_age", "time", "sensor", "workflow");
    assertThat(answer.ok("sensor").path("devices").get(0).path("interval").asInt()).isEqualTo(900);
    assertThat(shownSensor().path("devices").get(0).path("interval").asInt()).isEqualTo(900);

    assertThat(gateway.commands().get(0).path("parameters"))
        .hasToString("{\"sensor\":\"aa00bb01\",\"interval\":300}");
    gateway.report(workflow, "{\"state\":\"succeeded\"}").ok();

    assertThat(anna.get("/v1/workflows/" + workflow).ok("workflow").path("state").asString())
        .isEqualTo("succeeded");
    assertThat(shownSensor().path("devices"))
        .allSatisfy(source -> assertThat(source.path("interval").asInt()).isEqualTo(300));
  }

  @Test
  void anIntervalThatTheGatewayRefusesDoesNotHold() {
    long workflow =
        anna.post("/v1/sensors/" + sensor, "interval=300").ok("workflow").path("id").asLong();
    gateway.commands();
    gateway.report(workflow, "{\"state\":\"failed\",\"error\":\"out of reach\"}").ok();

    assertThat(anna.get("/v1/workflows/" + workflow).ok("workflow").path("error").asString())
        .isEqualTo("out of reach");
    assertThat(shownSensor().path("devices").get(0).path("interval").asInt()).isEqualTo(900);
  }

  @Test
  void anIntervalNeedsThePrivilege() {
    var theirs = site.newGateway("2000000" + gateways++, berta).pair("bb", "temp");

    var refused = berta.post("/v1/sensors/" + theirs.id(), "interval=900&name=No");

    assertThat(refused.error()).isEqualTo("403 forbidden/interval");
    assertThat(berta.get("/v1/gateways").text()).doesNotContain("\"No\"");
    assertThat(berta.post("/v1/sensors/" + theirs.id(), "name=Yes").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"59", "86401", "-900", "0", "900.5", "often", "9e2"})
  void anIntervalIsOneMinuteToOneDayInSeconds(String interval) {
    assertThat(anna.post("/v1/sensors/" + sensor, "interval=" + interval).error())
        .isEqualTo("400 invalid_parameter/interval");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 86_400})
  void theLimitsOfTheIntervalAreIncluded(int interval) {
    assertThat(anna.post("/v1/sensors/" + sensor, "interval=" + interval).status()).isEqualTo(200);
  }
}
