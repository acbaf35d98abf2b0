package io.sensorium.api.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.SensorUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AlarmsApiTest {

  @TempDir private Path folder;
  private SensorServer server;
  private SensorClient anna;
  private SensorUser owner;
  private DataSource temp;

  @BeforeEach
  void aSource() {
    server = SensorServer.start(folder);
    owner = server.newUser("anna@example.com");
    var gateway = server.newGateway("10000000", owner);
    temp = server.newSensor(gateway, "aa00bb01", "temp").sources().getFirst();
    anna = server.client("anna@example.com");
  }

  @AfterEach
  void stop() {
    anna.close();
    server.close();
  }

  private JsonNode create(String more) {
    return anna.post("/v1/alarms", "data_source=" + temp.id() + "&" + more).member("alarm");
  }

  @Test
  void theSeedsSampleMakesAnAlarm() {
    var alarm = create("value=-5&direction=below");

    assertThat(alarm)
        .hasToString(
            """
            {"id":%d,"data_source":%d,"value":-5,"direction":"below","delay":0,"state":"normal",\
            "state_date":"2026-09-13T17:00:00+0000","created_date":"2026-09-13T17:00:00+0000",\
            "severity":"warning","hysteresis":0,"enabled":true,"acknowledged":false,\
            "silenced_until":null,"logs":[]}"""
                .formatted(alarm.path("id").asLong(), temp.id().value()));
    var listed = anna.get("/v1/alarms?anything=1");
    assertThat(listed.member("alarms")).hasSize(1);
    assertThat(listed.member("alarms").get(0)).isEqualTo(alarm);
    assertThat(listed.json().path("max_age").asInt()).isEqualTo(60);
  }

  @Test
  void ourAdditionsAreOptional() {
    var alarm =
        create("value=20.25&direction=above&delay=60&severity=critical&hysteresis=0.5&enabled=0");

    assertThat(alarm.path("value").asDouble()).isEqualTo(20.25);
    assertThat(alarm.path("delay").asInt()).isEqualTo(60);
    assertThat(alarm.path("severity").asString()).isEqualTo("critical");
    assertThat(alarm.path("hysteresis").asDouble()).isEqualTo(0.5);
    assertThat(alarm.path("enabled").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "value=1&direction=above, data_source",
    "data_source=x&value=1&direction=above, data_source",
    "data_source=1&direction=above, value",
    "data_source=1&value=x&direction=above, value",
    "data_source=1&value=NaN&direction=above, value",
    "data_source=1&value=1, direction",
    "data_source=1&value=1&direction=over, direction",
    "data_source=1&value=1&direction=above&delay=-1, delay",
    "data_source=1&value=1&direction=above&delay=1.5, delay",
    "data_source=1&value=1&direction=above&delay=525601, delay",
    "data_source=1&value=1&direction=above&hysteresis=-1, hysteresis",
    "data_source=1&value=1&direction=above&severity=fatal, severity",
    "data_source=1&value=1&direction=above&enabled=maybe, enabled",
  })
  void whatIsMissingOrWrongIsNamed(String form, String parameter) {
    assertThat(anna.post("/v1/alarms", form).error())
        .isEqualTo("400 invalid_parameter/" + parameter);
    assertThat(anna.get("/v1/alarms").member("alarms")).isEmpty();
  }

  @Test
  void anAlarmIsChangedAsFarAsItIsGiven() {
    var path = "/v1/alarms/" + create("value=5&direction=above&delay=10").path("id");

    var changed = anna.post(path, "value=6&enabled=false").member("alarm");

    assertThat(changed.path("value").asInt()).isEqualTo(6);
    assertThat(changed.path("direction").asString()).isEqualTo("above");
    assertThat(changed.path("delay").asInt()).isEqualTo(10);
    assertThat(changed.path("enabled").asBoolean()).isFalse();
    assertThat(anna.post(path, "data_source=9").error())
        .isEqualTo("400 invalid_parameter/data_source");
    assertThat(anna.post(path + "/ack", "").error()).isEqualTo("409 conflict/");
  }

  @Test
  void anAlarmIsSilencedForAWhileOrUntilADate() {
    var path = "/v1/alarms/" + create("value=5&direction=above").path("id") + "/silence";

    assertThat(anna.post(path, "minutes=60").member("alarm").path("silenced_until").asString())
        .isEqualTo("2026-09-13T18:00:00+0000");
    assertThat(
            anna.post(path, "until=2026-09-14").member("alarm").path("silenced_until").asString())
        .isEqualTo("2026-09-14T00:00:00+0000");
    assertThat(anna.post(path, "minutes=0").member("alarm").path("silenced_until").isNull())
        .isTrue();
    assertThat(anna.post(path, "").error()).isEqualTo("400 invalid_parameter/minutes");
    assertThat(anna.post(path, "until=9999-01-01").error())
        .isEqualTo("400 invalid_parameter/until");
  }

  @Test
  void deletingLeavesTheLog() {
    var first = create("value=1&direction=above").path("id").asString();
    var second = create("value=2&direction=above").path("id").asString();
    create("value=3&direction=above");

    assertThat(anna.delete("/v1/alarms/" + first).member("deleted").asInt()).isOne();
    assertThat(anna.delete("/v1/alarms/" + first).error()).isEqualTo("404 not_found/");
    assertThat(anna.get("/v1/alarms").member("alarms")).hasSize(2);
    assertThat(anna.delete("/v1/alarms").member("deleted").asInt()).isEqualTo(2);
    assertThat(anna.delete("/v1/alarms").member("deleted").asInt()).isZero();

    var logs = anna.get("/v1/alarms/history").member("logs");
    assertThat(logs).hasSize(3);
    var ofFirst = anna.get("/v1/alarms/history?alarms=" + first).member("logs");
    assertThat(ofFirst.get(0))
        .hasToString(
            """
            {"id":%d,"alarm":%s,"data_source":%d,"event":"deleted",\
            "date":"2026-09-13T17:00:00+0000","value":null,"threshold":1,"direction":"above",\
            "delay":0,"duration":null,"comment":null}"""
                .formatted(ofFirst.get(0).path("id").asLong(), first, temp.id().value()));
    assertThat(anna.get("/v1/alarms/history?alarms=" + first + "," + second).member("logs"))
        .hasSize(2);
  }

  @Test
  void theLogIsFilteredByDateAndRefusesWhatIsNoDate() {
    var alarm = create("value=1&direction=above").path("id").asString();
    anna.delete("/v1/alarms/" + alarm);

    var path = "/v1/alarms/history?alarms=" + alarm + "&";
    assertThat(anna.get(path + "from=2026-09-13&to=2026-09-14").member("logs")).hasSize(1);
    assertThat(anna.get(path + "from=2026-09-14").member("logs")).isEmpty();
    assertThat(anna.get(path + "to=2026-09-13").member("logs")).isEmpty();
    assertThat(anna.get(path + "from=abc").error()).isEqualTo("400 invalid_parameter/from");
    assertThat(anna.get(path + "alarms=x").status()).isEqualTo(200); // the first one counts
    assertThat(anna.get("/v1/alarms/history?alarms=x").error())
        .isEqualTo("400 invalid_parameter/alarms");
    assertThat(anna.get("/v1/alarms/history?alarms=999").error()).isEqualTo("404 not_found/");
    assertThat(anna.get("/v1/alarms/history?offset=x").error())
        .isEqualTo("400 invalid_parameter/offset");
  }

  @Test
  void aTrialStoresNothing() {
    var trial =
        anna.post(
                "/v1/alarms/dry_run",
                "data_source="
                    + temp.id()
                    + "&value=5&direction=above&from=2026-09-01&to=2026-09-02")
            .member("dry_run");

    assertThat(trial)
        .hasToString(
            """
            {"from":"2026-09-01T00:00:00+0000","to":"2026-09-02T00:00:00+0000",\
            "triggered":0,"active_seconds":0,"logs":[]}""");
    assertThat(anna.get("/v1/alarms").member("alarms")).isEmpty();
  }

  @Test
  void aUserHasAtMostAThousandAlarms() {
    var ids = new ArrayList<Long>();
    for (int i = 0; i < AlarmMethods.MAX_PER_OWNER; i++) {
      ids.add(create("value=" + i + "&direction=above").path("id").asLong());
    }

    var answer = anna.post("/v1/alarms", "data_source=" + temp.id() + "&value=1&direction=above");

    assertThat(answer.error()).isEqualTo("409 conflict/");
    assertThat(List.copyOf(ids)).doesNotHaveDuplicates();
  }
}
