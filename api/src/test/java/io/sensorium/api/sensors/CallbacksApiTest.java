package io.sensorium.api.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.outbox.NotificationQueue.Told;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CallbacksApiTest {

  @TempDir private Path folder;
  private SensorServer server;
  private SensorClient anna;
  private SensorUser owner;

  @BeforeEach
  void aUser() {
    server = SensorServer.start(folder);
    owner = server.newUser("anna@example.com");
    anna = server.client("anna@example.com");
  }

  @AfterEach
  void stop() {
    anna.close();
    server.close();
  }

  private JsonNode create(int type) {
    return anna.post("/v1/callbacks", "url=https%3A%2F%2Fexample.com%2Fhook&type=" + type)
        .member("callback");
  }

  @Test
  void aCallbackShowsItsSecretOnce() {
    assertThat(anna.get("/v1/callbacks").member("callbacks")).isEmpty();

    var callback = create(3);

    assertThat(callback.path("secret").asString()).startsWith("whsec_");
    var listed = anna.get("/v1/callbacks");
    assertThat(listed.member("callbacks").get(0))
        .hasToString(
            """
            {"id":%d,"url":"https://example.com/hook","type":3,\
            "created_date":"2026-09-13T17:00:00+0000","state":"active","reason":null,\
            "created_by":null}"""
                .formatted(callback.path("id").asLong()));
    assertThat(listed.text()).doesNotContain("whsec_");
  }

  @ParameterizedTest
  @CsvSource({
    "type=1, url",
    "url=https://example.com, type",
    "url=https://example.com&type=0, type",
    "url=https://example.com&type=8, type",
    "url=https://example.com&type=x, type",
    "url=ftp://example.com&type=1, url",
    "url=nonsense&type=1, url",
    "url=https://user:pw@example.com&type=1, url",
    "url=https://example.com:22&type=1, url",
  })
  void whatIsMissingOrWrongIsNamed(String form, String parameter) {
    assertThat(anna.post("/v1/callbacks", form).error())
        .isEqualTo("400 invalid_parameter/" + parameter);
  }

  @Test
  void plainHttpIsAcceptedAndTwentyAreTheMost() {
    assertThat(anna.post("/v1/callbacks", "url=http://example.com:8080/x&type=7").status())
        .isEqualTo(200);
    for (int i = 1; i < 20; i++) {
      create(1);
    }

    assertThat(anna.post("/v1/callbacks", "url=http://example.com&type=7").error())
        .isEqualTo("409 conflict/");
  }

  @Test
  void oneOrAllAreDeleted() {
    var first = create(1).path("id").asString();
    create(2);
    create(4);

    assertThat(anna.delete("/v1/callbacks/" + first).member("deleted").asInt()).isOne();
    assertThat(anna.delete("/v1/callbacks/" + first).error()).isEqualTo("404 not_found/");
    assertThat(anna.delete("/v1/callbacks").member("deleted").asInt()).isEqualTo(2);
    assertThat(anna.get("/v1/callbacks").member("callbacks")).isEmpty();
  }

  @Test
  void aCallbackIsSwitchedOffAndOnAndGetsANewSecret() {
    var created = create(1);
    var path = "/v1/callbacks/" + created.path("id");

    assertThat(anna.post(path, "enabled=0").member("callback").path("state").asString())
        .isEqualTo("disabled");
    assertThat(anna.post(path, "enabled=1").member("callback").path("state").asString())
        .isEqualTo("active");
    assertThat(anna.post(path, "").error()).isEqualTo("400 invalid_parameter/enabled");
    assertThat(anna.post(path + "/secret", "").member("callback").path("secret").asString())
        .startsWith("whsec_")
        .isNotEqualTo(created.path("secret").asString());
  }

  @Test
  void whatAnotherRegisteredForOneIsMarked() {
    var boss = server.newUser("boss@example.com", Privilege.IMPERSONATE);
    var worker = server.newUser("worker@example.com", boss.id());
    try (var bossClient = server.client("boss@example.com");
        var workerClient = server.client("worker@example.com")) {
      bossClient.post("/v1/callbacks", "url=http://example.com&type=7&impersonate=" + worker.id());

      var listed = workerClient.get("/v1/callbacks").member("callbacks");

      assertThat(listed).hasSize(1);
      assertThat(listed.get(0).path("created_by").asLong()).isEqualTo(boss.id().value());
      assertThat(bossClient.get("/v1/callbacks").member("callbacks")).isEmpty();
    }
  }

  @Test
  void whatWasSentIsListedAndSentAgain() {
    var callback = create(4).path("id").asLong();
    var path = "/v1/callbacks/" + callback + "/deliveries";
    deliver(callback);

    var listed = anna.get(path).member("deliveries");

    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("event_type").asString()).isEqualTo("gateway.disconnected");
    assertThat(listed.get(0).path("state").asString()).isEqualTo("waiting");
    var one = path + "/" + listed.get(0).path("id");
    assertThat(anna.get(one).member("delivery").path("log").isArray()).isTrue();
    assertThat(anna.post(one + "/replay", "").error()).isEqualTo("409 conflict/"); // it waits
    anna.post("/v1/callbacks/" + callback, "enabled=0");
    anna.post("/v1/callbacks/" + callback, "enabled=1");
    assertThat(anna.get(one).member("delivery").path("state").asString()).isEqualTo("failed");
    assertThat(anna.post(one + "/replay", "").member("delivery").path("state").asString())
        .isEqualTo("waiting");
    assertThat(anna.get(path + "/999").error()).isEqualTo("404 not_found/");
    assertThat(anna.get(path + "?offset=x").error()).isEqualTo("400 invalid_parameter/offset");
  }

  private void deliver(long callback) {
    var notifications = server.store.outbox().notifications();
    var subject = new Notification.Subject.OfDevice(new GatewayId(1), new SensorId(1), null);
    notifications.add(
        List.of(
            new Notification(
                "key",
                owner.id(),
                NotificationType.GATEWAY_DISCONNECTED,
                server.clock.instant(),
                false,
                subject)));
    var pending = notifications.listPending(1).getFirst();
    var delivery = new NewDelivery(new CallbackId(callback), "msg_1", "gateway.disconnected", "{}");
    notifications.tell(
        List.of(pending), new Told(List.of(delivery), Optional.empty()), server.clock.instant());
  }
}
