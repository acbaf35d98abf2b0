package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published sensor API: how alarms are set, listed and deleted. */
class SensorAlarmsContractTest {

  @TempDir private static Path directory;
  private static SensorSite site;
  private static int people;
  private Person anna = new Person(0, "", site.secure());
  private long source;

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
    source = site.newGateway("1000000" + people, anna).pair("aa00bb01", "temp").source("temp");
  }

  private long newAlarm(String form) {
    return anna.post("/v1/alarms", "data_source=" + source + "&" + form)
        .ok("alarm")
        .path("id")
        .asLong();
  }

  @Test
  void theSeedsSampleMakesAnAlarmThatIsNormal() {
    var form = "data_source=" + source + "&value=-5&direction=below";

    var alarm = anna.post("/v1/alarms", form).ok("alarm");

    assertThat(alarm.propertyNames())
        .startsWith(
            "id",
            "data_source",
            "value",
            "direction",
            "delay",
            "state",
            "state_date",
            "created_date",
            "severity",
            "hysteresis",
            "enabled",
            "acknowledged")
        .contains("logs");
    assertThat(alarm.path("data_source").asLong()).isEqualTo(source);
    assertThat(alarm.path("value").toString()).isEqualTo("-5");
    assertThat(alarm.path("direction").asString()).isEqualTo("below");
    assertThat(alarm.path("delay").asInt()).isZero();
    assertThat(alarm.path("hysteresis").asInt()).isZero();
    assertThat(alarm.path("enabled").asBoolean()).isTrue();
    assertThat(alarm.path("state").asString()).isEqualTo("normal");
    assertThat(anna.get("/v1/alarms").ok("alarms").get(0)).isEqualTo(alarm);
  }

  @ParameterizedTest
  @CsvSource({
    "'value=5&direction=above', data_source",
    "'data_source=&value=5&direction=above', data_source",
    "'data_source=x&value=5&direction=above', data_source",
    "'data_source=%d&direction=above', value",
    "'data_source=%d&value=&direction=above', value",
    "'data_source=%d&value=x&direction=above', value",
    "'data_source=%d&value=NaN&direction=above', value",
    "'data_source=%d&value=1e999&direction=above', value",
    "'data_source=%d&value=5', direction",
    "'data_source=%d&value=5&direction=over', direction",
    "'data_source=%d&value=5&direction=above&delay=-1', delay",
    "'data_source=%d&value=5&direction=above&delay=1.5', delay",
    "'data_source=%d&value=5&direction=above&delay=hour', delay",
  })
  void sourceValueAndDirectionAreRequiredAndDelayIsMinutes(String form, String parameter) {
    assertThat(anna.post("/v1/alarms", form.replace("%d", Long.toString(source))).error())
        .isEqualTo("400 invalid_parameter/" + parameter);
    assertThat(anna.get("/v1/alarms").ok("alarms")).isEmpty();
  }

  @Test
  void theListIsOnesOwnAndTakesNoParameters() {
    var berta = site.newPerson("berta" + people);
    long mine = newAlarm("value=5&direction=above");

    var listed = anna.get("/v1/alarms?alarms=0&from=x&offset=y&limit=-1").ok("alarms");

    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("id").asLong()).isEqualTo(mine);
    assertThat(listed.get(0).path("logs")).isEmpty();
    assertThat(berta.get("/v1/alarms").ok("alarms")).isEmpty();
    assertThat(
            berta.post("/v1/alarms", "data_source=" + source + "&value=1&direction=above").error())
        .isEqualTo("404 not_found");
  }

  @Test
  void deleteWithAnIdDeletesThatAlarmAndWithoutAllOfTheUser() {
    var berta = site.newPerson("berta" + people);
    var others = site.newGateway("2000000" + people, berta).pair("b", "temp").source("temp");
    berta.post("/v1/alarms", "data_source=" + others + "&value=1&direction=above").ok();
    long first = newAlarm("value=5&direction=above");
    long second = newAlarm("value=6&direction=above");
    long third = newAlarm("value=7&direction=above");

    assertThat(anna.delete("/v1/alarms/" + first).ok("deleted").asInt()).isOne();
    assertThat(anna.delete("/v1/alarms/" + first).error()).isEqualTo("404 not_found");
    assertThat(anna.get("/v1/alarms").ok("alarms"))
        .extracting(alarm -> alarm.path("id").asLong())
        .containsExactly(second, third);
    assertThat(anna.delete("/v1/alarms").ok("deleted").asInt()).isEqualTo(2);
    assertThat(anna.delete("/v1/alarms").ok("deleted").asInt()).isZero();

    assertThat(anna.get("/v1/alarms").ok("alarms")).isEmpty();
    assertThat(berta.get("/v1/alarms").ok("alarms")).hasSize(1);
    assertThat(anna.get("/v1/alarms/history").ok("logs"))
        .hasSize(3)
        .allSatisfy(log -> assertThat(log.path("event").asString()).isEqualTo("deleted"));
  }

  @Test
  void theHistoryIsFilteredByAlarmsAndDates() {
    long first = newAlarm("value=5&direction=above");
    long second = newAlarm("value=6&direction=above");
    anna.delete("/v1/alarms").ok();

    assertThat(anna.get("/v1/alarms/history").ok("logs")).hasSize(2);
    assertThat(anna.get("/v1/alarms/history?alarms=" + first).ok("logs"))
        .extracting(log -> log.path("alarm").asLong())
        .containsExactly(first);
    assertThat(anna.get("/v1/alarms/history?alarms=" + first + "," + second).ok("logs")).hasSize(2);
    assertThat(anna.get("/v1/alarms/history?from=2999-01-01").ok("logs")).isEmpty();
    assertThat(anna.get("/v1/alarms/history?to=2001-01-01").ok("logs")).isEmpty();
    assertThat(
            anna.get("/v1/alarms/history?from=2001-01-01&to=2999-01-01&alarms=" + second)
                .ok("logs"))
        .hasSize(1);
    assertThat(anna.get("/v1/alarms/history").ok("logs").get(0).propertyNames())
        .startsWith(
            "id",
            "alarm",
            "data_source",
            "event",
            "date",
            "value",
            "threshold",
            "direction",
            "delay",
            "duration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alarms=x", "from=soon", "to=late", "offset=x", "alarms=1,"})
  void aFilterThatMakesNoSenseIsNamed(String query) {
    assertThat(anna.get("/v1/alarms/history?" + query).error())
        .isEqualTo("400 invalid_parameter/" + query.substring(0, query.indexOf('=')));
  }
}
