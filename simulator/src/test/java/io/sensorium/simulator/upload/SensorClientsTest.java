package io.sensorium.simulator.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.sensorium.core.alarm.Direction;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.simulator.sensing.GatewayPlan;
import io.sensorium.simulator.sensing.GatewayUpload;
import io.sensorium.simulator.sensing.Quantity;
import io.sensorium.simulator.sensing.Reading;
import io.sensorium.simulator.sensing.Sites;
import io.sensorium.simulator.sensing.Spot;
import io.sensorium.simulator.sensing.Troubles;
import io.sensorium.simulator.upload.SensorApiClient.SourceKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SensorClientsTest {

  private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");
  private static final GatewayUpload UPLOAD =
      new GatewayUpload(
          new GatewayPlan("10", "House"),
          1,
          List.of(
              new Reading(
                  "aa", Quantity.TEMPERATURE, 1772436672250000L, 20.34, MeasurementType.REGULAR),
              new Reading("aa", Quantity.DOOR, 1772436673000000L, 1, MeasurementType.BUTTON)));

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Duration> pauses = new ArrayList<>();
  private FakeSensorServer server;
  private GatewayClient gateway;
  private SensorApiClient user;

  @BeforeEach
  void start() throws IOException {
    server = new FakeSensorServer();
    gateway = new GatewayClient(http, server.uri(), "token", pauses::add);
    user = new SensorApiClient(http, server.uri(), "a@b.example", "12345678");
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void readingsArriveAsTheGatewayApiHasThem() {
    var answer = gateway.upload(UPLOAD);

    assertThat(answer).isEqualTo(new GatewayClient.Answer(2, 1));
    assertThat(server.requests())
        .containsExactly(
            """
            POST /gateway/v1/measurements Bearer token {"measurements":[\
            {"sensor":"aa","source":"temp","date":1772436672250,"value":20.34},\
            {"sensor":"aa","source":"door","date":1772436673000,"value":1.0,"type":5}]}""");
  }

  @Test
  void aSensorIsPairedWithItsSources() {
    var sensor = Sites.house(1, 0, START, Troubles.NONE).sensorAt(Spot.VACCINE_FRIDGE);

    gateway.pair(sensor);

    assertThat(server.requests())
        .containsExactly(
            """
            POST /gateway/v1/sensors Bearer token \
            {"serial":"aa000003","title":"Vaccine fridge","sources":[\
            {"serial":"temp","type":"temp","interval":300},\
            {"serial":"door","type":"door","interval":3600},\
            {"serial":"batt","type":"batt","interval":10800},\
            {"serial":"wireless","type":"wireless","interval":1800}]}""");
  }

  @Test
  void aBusyServerIsAskedAgain() {
    server.refuseNext(503, 429);

    gateway.upload(UPLOAD);

    assertThat(server.requests()).hasSize(3);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void aServerThatRefusesIsNotAskedAgain() {
    server.refuseNext(401);

    assertThatThrownBy(() -> gateway.upload(UPLOAD))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("401");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aUserTakesAGatewayOverAndFindsItsSources() {
    user.claim("10", "The house");

    assertThat(user.listSources())
        .containsExactly(entry(new SourceKey("aa", Quantity.TEMPERATURE), 220200L));
    assertThat(server.requests())
        .containsExactly(
            "POST /v1/gateways Basic YUBiLmV4YW1wbGU6MTIzNDU2Nzg= serial=10&name=The+house",
            "GET /v1/gateways?with_slaves=1 Basic YUBiLmV4YW1wbGU6MTIzNDU2Nzg= ");
  }

  @Test
  void aUserSetsAlarmsAndCallbacks() {
    long alarm = user.createAlarm(220200, Direction.ABOVE, 8, Duration.ofMinutes(10));
    var secret = user.createCallback(URI.create("https://example.com/hook"), 2);

    assertThat(alarm).isEqualTo(9);
    assertThat(secret).isEqualTo("whsec_a");
    assertThat(server.requests())
        .containsExactly(
            "POST /v1/alarms Basic YUBiLmV4YW1wbGU6MTIzNDU2Nzg= "
                + "data_source=220200&value=8.0&direction=above&delay=10",
            "POST /v1/callbacks Basic YUBiLmV4YW1wbGU6MTIzNDU2Nzg= "
                + "url=https%3A%2F%2Fexample.com%2Fhook&type=2");
  }
}
