package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published sensor API: gateways, sensors and data sources. */
class SensorDevicesContractTest {

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Person anna;
  private static Person berta;

  @BeforeAll
  static void start() {
    site = SensorSite.start(directory);
    anna = site.newPerson("anna");
    berta = site.newPerson("berta");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static List<String> serials(JsonNode gateways) {
    return StreamSupport.stream(gateways.spliterator(), false)
        .map(gateway -> gateway.path("serial").asString())
        .toList();
  }

  @Test
  void aUserOwnsGatewaysWithSensorsWithSourcesWithMeasurements() {
    var owner = site.newPerson("owner");
    var gateway = site.newGateway("20000000", owner);
    var paired = gateway.pair("aa00bb01", "temp", "humi", "batt");
    gateway.send(GatewayClient.row("aa00bb01", "temp", Instant.now(), 20.34));

    var sensor = owner.get("/v1/gateways").ok("gateways").get(0).path("devices").get(0);

    assertThat(sensor.path("serial").asString()).isEqualTo("aa00bb01");
    assertThat(sensor.path("devices"))
        .extracting(source -> source.path("type").path("name").asString())
        .containsExactlyInAnyOrder("temp", "humi", "batt");
    assertThat(owner.measured(paired.source("temp"), "type=latest").path("value").asDouble())
        .isEqualTo(20.34);
  }

  @Test
  void gatewaysSensorsAndSourcesHaveTheFieldsOfTheService() {
    var owner = site.newPerson("fields");
    var made = site.newGateway("20000001", owner);
    made.pair("aa00bb02", "temp");

    var gateway = owner.get("/v1/gateways").ok("gateways").get(0);

    assertThat(gateway.propertyNames())
        .containsExactly(
            "id",
            "serial",
            "title",
            "firmware",
            "type",
            "disconnected_date",
            "master_id",
            "ipv4",
            "local_ipv4",
            "devices");
    assertThat(gateway.path("type")).hasToString("{\"id\":10,\"name\":\"B16\"}");
    var sensor = gateway.path("devices").get(0);
    assertThat(sensor.propertyNames())
        .containsExactly(
            "id",
            "serial",
            "title",
            "firmware",
            "type",
            "disconnected_date",
            "current_gateway_id",
            "devices");
    assertThat(sensor.path("type").propertyNames()).containsExactly("id", "name");
    assertThat(sensor.path("current_gateway_id").asLong()).isEqualTo(made.id());
    var source = sensor.path("devices").get(0);
    assertThat(source.propertyNames())
        .containsExactly(
            "id", "title", "serial", "interval", "subtype", "disconnected_date", "devices", "type");
    assertThat(source.path("devices").isArray()).isTrue();
    assertThat(source.path("devices")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "batt, 1, Battery, 3, v, 2, 10800, 4",
    "humi, 4, Humidity, 2, %, 0, 900, 80",
    "temp, 5, Temperature, 1, °C, 1, 900, 72",
    "wireless, 7, Wireless, 6, %, 0, 1800, 4",
  })
  void theTypesOfSourcesAreThoseOfTheService(
      String name,
      int id,
      String title,
      int unitId,
      String unit,
      int precision,
      int interval,
      int capability) {
    var owner = site.newPerson("types-" + name);
    site.newGateway("3000000" + id, owner).pair("sensor", name);

    var gateway = owner.get("/v1/gateways").ok("gateways").get(0);
    var source = gateway.path("devices").get(0).path("devices").get(0);

    assertThat(source.path("title").asString()).isEqualTo(title);
    assertThat(source.path("interval").asInt()).isEqualTo(interval);
    assertThat(source.path("type"))
        .hasToString(
            "{\"id\":%d,\"name\":\"%s\",\"precision\":%d,\"capability\":%d,\"unit\":{\"id\":%d,\"name\":\"%s\"}}"
                .formatted(id, name, precision, capability, unitId, unit));
  }

  @Test
  void serialsFilterAndUnknownOnesAreAbsentWithoutError() {
    var owner = site.newPerson("filter");
    site.newGateway("20000010", owner);
    site.newGateway("20000011", owner);
    site.newGateway("20000012", owner);
    site.newGateway("20000013", berta);

    assertThat(serials(owner.get("/v1/gateways?serials=20000010,20000012").ok("gateways")))
        .containsExactly("20000010", "20000012");
    assertThat(serials(owner.get("/v1/gateways?serials=20000011,none,20000013").ok("gateways")))
        .containsExactly("20000011");
    assertThat(owner.get("/v1/gateways?serials=none").ok("gateways")).isEmpty();
  }

  @Test
  void fromLeavesThoseAssociatedAfterIt() throws Exception {
    var owner = site.newPerson("from");
    site.newGateway("20000021");
    var later = site.newGateway("20000020"); // made earlier or later does not count
    owner.post("/v1/gateways", "serial=20000021").ok();
    var between = Instant.now();
    owner.post("/v1/gateways", "serial=" + later.serial()).ok();
    owner.post("/v1/gateways", "serial=20000021&name=again").ok();

    assertThat(serials(owner.get("/v1/gateways?from=" + between).ok("gateways")))
        .containsExactly("20000020");
    assertThat(serials(owner.get("/v1/gateways?from=2020-01-01").ok("gateways"))).hasSize(2);
    assertThat(serials(owner.get("/v1/gateways?from=2999-01-01").ok("gateways"))).isEmpty();
    assertThat(owner.get("/v1/gateways?from=soon").error()).isEqualTo("400 invalid_parameter/from");
  }

  @Test
  void onlyMastersAreListedUnlessSlavesAreAskedFor() {
    var owner = site.newPerson("slaves");
    var master = site.newGateway("20000030");
    site.newSlave("20000031", master);
    owner.post("/v1/gateways", "serial=20000030").ok();

    var masters = owner.get("/v1/gateways").ok("gateways");
    var all = owner.get("/v1/gateways?with_slaves=1").ok("gateways");

    assertThat(serials(masters)).containsExactly("20000030");
    assertThat(masters.get(0).path("master_id").isNull()).isTrue();
    assertThat(serials(all)).containsExactlyInAnyOrder("20000030", "20000031");
    for (var gateway : all) {
      if (gateway.path("serial").asString().equals("20000031")) {
        assertThat(gateway.path("master_id").asLong()).isEqualTo(master.id());
      }
    }
    assertThat(serials(owner.get("/v1/gateways?with_slaves").ok("gateways"))).hasSize(2);
    assertThat(serials(owner.get("/v1/gateways?with_slaves=0").ok("gateways"))).hasSize(1);
  }

  @Test
  void associatingNeedsTheSerialAndKeepsItsLeadingZeros() {
    site.newGateway("00000000");
    assertThat(anna.post("/v1/gateways", "name=Home").error())
        .isEqualTo("400 invalid_parameter/serial");

    var gateway = anna.post("/v1/gateways", "serial=00000000&name=Home").ok("gateway");

    assertThat(gateway.path("serial").isString()).isTrue();
    assertThat(gateway.path("serial").asString()).isEqualTo("00000000");
    assertThat(gateway.path("title").asString()).isEqualTo("Home");
    assertThat(anna.get("/v1/gateways?serials=00000000").ok("gateways").get(0)).isEqualTo(gateway);
    assertThat(anna.post("/v1/gateways", "serial=00000000").ok("gateway")).isEqualTo(gateway);
  }

  @Test
  void anUnknownSerialAndAnothersAreAnsweredAlike() {
    site.newGateway("20000040", anna);

    var others = berta.post("/v1/gateways", "serial=20000040");
    var unknown = berta.post("/v1/gateways", "serial=20000049");

    assertThat(others.error()).isEqualTo("404 not_found");
    assertThat(others.said()).isEqualTo(unknown.said());
  }

  @Test
  void nameUpdatesTheTitleOfAGatewayOfOnesOwn() {
    var gateway = site.newGateway("20000050", anna);

    var renamed = anna.post("/v1/gateways/" + gateway.id(), "name=Office").ok("gateway");
    var refused = berta.post("/v1/gateways/" + gateway.id(), "name=Mine");

    assertThat(renamed.path("title").asString()).isEqualTo("Office");
    assertThat(refused.error()).isEqualTo("404 not_found");
    assertThat(anna.get("/v1/gateways?serials=20000050").ok("gateways").get(0)).isEqualTo(renamed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/gateways/0", "/v1/gateways/abc", "/v1/gateways/99999999999999999999"})
  void whatCannotBeAnIdNamesNothing(String path) {
    assertThat(anna.post(path, "name=Office").error()).isEqualTo("404 not_found");
  }
}
