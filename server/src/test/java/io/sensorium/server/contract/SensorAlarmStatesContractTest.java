package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The published sensor API: how measurements move alarms.
 *
 * <p>Gateways' clocks may be some minutes ahead, so that hours need not be waited for. What must
 * not happen is looked at when a second alarm shows that the same rows have been looked at.
 */
class SensorAlarmStatesContractTest {

  private static final int LAST = 900;

  @TempDir private static Path directory;
  private static SensorSite site;
  private static int people;
  private Person anna = new Person(0, "", site.secure());
  private GatewayClient gateway = new GatewayClient(0, "", "", site.plain());
  private long source;
  private Instant start = Instant.EPOCH;

  @BeforeAll
  static void start() {
    site = SensorSite.start(directory);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void somebodyWithASource() {
    anna = site.newPerson("anna" + ++people);
    gateway = site.newGateway("1000000" + people, anna);
    source = gateway.pair("aa00bb01", "temp").source("temp");
  }

  private long newAlarm(String form) {
    var alarm = anna.post("/v1/alarms", "data_source=" + source + "&" + form).ok("alarm");
    start = Instant.now();
    return alarm.path("id").asLong();
  }

  private JsonNode alarm(long id) {
    for (var alarm : anna.get("/v1/alarms").ok("alarms")) {
      if (alarm.path("id").asLong() == id) {
        return alarm;
      }
    }
    throw new AssertionError("no alarm " + id);
  }

  private void measure(Duration after, double value) {
    gateway.send(GatewayClient.row("aa00bb01", "temp", start.plus(after), value));
  }

  private void awaitState(long id, String state) {
    SensorSite.await(id + " is " + state, () -> alarm(id).path("state").asString().equals(state));
  }

  /** Waits until an alarm that any value beyond {@link #LAST} triggers has seen one. */
  private void awaitLookedAt(long last, Duration after) {
    measure(after, LAST + 1);
    awaitState(last, "active");
  }

  @Test
  void aValueBeyondTheThresholdTriggersAtOnceAndOneWithinRecovers() {
    long id = newAlarm("value=5&direction=above");

    measure(Duration.ofSeconds(1), 5.5);
    awaitState(id, "active");
    measure(Duration.ofSeconds(31), 4.5);
    awaitState(id, "normal");

    var logs = alarm(id).path("logs");
    assertThat(logs)
        .extracting(log -> log.path("event").asString())
        .containsExactly("recovered", "triggered");
    assertThat(logs.get(0).path("duration").asInt()).isEqualTo(30);
    assertThat(logs.get(0).path("value").asDouble()).isEqualTo(4.5);
    assertThat(logs.get(1).path("value").asDouble()).isEqualTo(5.5);
    assertThat(logs.get(1).path("threshold").asDouble()).isEqualTo(5);
    assertThat(anna.get("/v1/alarms/history").ok("logs")).hasSize(2);
    assertThat(anna.get("/v1/alarms/history?alarms=" + id + "&to=2001-01-01").ok("logs")).isEmpty();
    anna.delete("/v1/alarms/" + id).ok();
    assertThat(anna.get("/v1/alarms/history").ok("logs")).hasSize(3);
  }

  @Test
  void belowIsTheOtherWayRound() {
    long id = newAlarm("value=-5&direction=below");

    measure(Duration.ofSeconds(1), -5.01);

    awaitState(id, "active");
  }

  @Test
  void aValueEqualToTheThresholdIsWithin() {
    long above = newAlarm("value=5&direction=above");
    long last = newAlarm("value=4.9&direction=above");

    measure(Duration.ofSeconds(1), 5);
    awaitState(last, "active");
    assertThat(alarm(above).path("state").asString()).isEqualTo("normal");
    measure(Duration.ofSeconds(2), 5.01);

    awaitState(above, "active");
  }

  @Test
  void aDelayIsMinutesOfContinuousExcess() {
    long id = newAlarm("value=5&direction=above&delay=4");
    long last = newAlarm("value=900&direction=above");

    measure(Duration.ofSeconds(1), 6);
    measure(Duration.ofSeconds(200), 7);
    awaitState(id, "pending");
    awaitLookedAt(last, Duration.ofMinutes(4));
    assertThat(alarm(id).path("state").asString()).isEqualTo("pending");
    measure(Duration.ofSeconds(241), 6);

    awaitState(id, "active");
    assertThat(alarm(id).path("logs")).hasSize(1);
  }

  @Test
  void oneValueWithinBeginsTheDelayAnew() {
    long id = newAlarm("value=5&direction=above&delay=4");
    long last = newAlarm("value=900&direction=above");

    measure(Duration.ofSeconds(1), 6);
    measure(Duration.ofSeconds(200), 4);
    measure(Duration.ofSeconds(210), 6);
    awaitLookedAt(last, Duration.ofMinutes(5));
    assertThat(alarm(id).path("state").asString()).isEqualTo("pending");
    assertThat(alarm(id).path("logs")).isEmpty();
    measure(Duration.ofSeconds(450), 6);

    awaitState(id, "active");
  }

  @Test
  void lateRowsGiveTheAnswerOfTidyOnes() {
    long id = newAlarm("value=5&direction=above");
    measure(Duration.ofSeconds(100), 4);
    measure(Duration.ofSeconds(50), 6);

    SensorSite.await("the late excess is in the log", () -> alarm(id).path("logs").size() == 2);

    assertThat(alarm(id).path("state").asString()).isEqualTo("normal");
    assertThat(alarm(id).path("logs").get(0).path("duration").asInt()).isEqualTo(50);
  }

  @Test
  void anAlarmLooksAtNothingFromBeforeItWasSet() {
    start = Instant.now();
    measure(Duration.ofSeconds(-1), 6);
    long id = newAlarm("value=5&direction=above");
    long last = newAlarm("value=900&direction=above");
    measure(Duration.ofSeconds(-100), 7);

    awaitLookedAt(last, Duration.ofSeconds(2));

    assertThat(alarm(id).path("logs")).hasSize(1); // of the row that was waited for
    assertThat(alarm(id).path("logs").get(0).path("value").asDouble()).isEqualTo(LAST + 1);
  }

  @Test
  void aTrialTellsWhatAnAlarmWouldHaveDone() {
    start = Instant.now().minusSeconds(7_200);
    measure(Duration.ZERO, 4);
    measure(Duration.ofMinutes(1), 6);
    measure(Duration.ofMinutes(2), 4);

    var form = "data_source=" + source + "&value=5&direction=above";
    var trial = anna.post("/v1/alarms/dry_run", form).ok("dry_run");

    assertThat(trial.path("triggered").asInt()).isOne();
    assertThat(trial.path("active_seconds").asInt()).isEqualTo(60);
    assertThat(anna.get("/v1/alarms").ok("alarms")).isEmpty();
  }
}
