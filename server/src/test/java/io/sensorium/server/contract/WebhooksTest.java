package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Webhooks of applications: how they are managed, and what they are told. */
class WebhooksTest {

  @TempDir private static Path directory;
  private static SensoriumServer server;
  private static TestClient client;
  private static Receiver receiver;
  private static int tests;
  private TestClient.App app = new TestClient.App("", "");
  private TestClient.Phone phone = new TestClient.Phone("", "", "", "");
  private String path = "";

  @BeforeAll
  static void start() {
    receiver = new Receiver();
    server =
        SensoriumServer.start(
            ConfigReader.read(
                Map.of(
                    "http.port",
                    "0",
                    "tls.port",
                    "-1",
                    "callbacks.allowedAddresses",
                    "127.0.0.0/8")),
            directory);
    client = new TestClient(URI.create(server.urls().getFirst()), directory);
  }

  @AfterAll
  static void stop() {
    server.close();
    receiver.close();
  }

  @BeforeEach
  void anAppWithAPhone() throws Exception {
    app = client.newApp();
    phone = client.newPhone(app);
    path = "/hook" + ++tests;
  }

  @Test
  void aDayIsToldSignedAndInTheFormOfTheFirehose() throws Exception {
    var webhook = create(app, path, "\"transport\",\"stationary\",\"location\"");
    upload(phone, Walk.untilWork(360));

    SensorSite.await("all is told", () -> items(path).size() >= 4);

    var message = receiver.at(path).getFirst();
    verify(webhook, message);
    assertThat(message.json().propertyNames()).containsExactly("data");
    for (var item : items(path)) {
      assertThat(item.propertyNames()).containsExactly("meta", "data");
      assertThat(item.path("meta").propertyNames())
          .containsExactly("message_type", "message_timestamp");
      assertThat(item.path("data").path("user_id").asString()).isEqualTo(phone.userId());
    }
    assertThat(items(path)).extracting(WebhooksTest::type).contains("stationary", "location");
    assertThat(told("transport").getFirst().propertyNames())
        .containsExactly(
            "user_id",
            "action",
            "type",
            "start",
            "end",
            "analysis_type",
            "event_id",
            "mode",
            "distance",
            "behavior_features",
            "start_location",
            "end_location");
    assertThat(told("location").getLast().path("last_location").path("latitude").asDouble())
        .isEqualTo(51.1863);
  }

  @Test
  void whoFollowsTheMessagesKnowsTheTimeline() throws Exception {
    create(app, path, "\"transport\",\"stationary\"");
    int last = Walk.HOME_FIXES + Walk.DRIVE_FIXES + 360;
    for (int from = 0; from < last; from += 30) {
      upload(phone, Walk.fixes(from, from + 30));
      client.awaitFolded();
    }
    var timeline = events(phone);
    assertThat(timeline).hasSize(3);

    SensorSite.await(
        "the last event is told",
        () -> followed().containsKey(timeline.getFirst().path("event_id").asString()));

    SensorSite.await("the messages give the timeline", () -> isTimeline(followed(), timeline));
  }

  private static boolean isTimeline(Map<String, JsonNode> followed, List<JsonNode> timeline) {
    return followed.size() == timeline.size()
        && timeline.stream()
            .allMatch(
                event -> {
                  var told = followed.get(event.path("event_id").asString());
                  return told != null
                      && told.path("start").equals(event.path("start"))
                      && told.path("end").equals(event.path("end"));
                });
  }

  /** The events that a receiver holds when it obeys all messages. */
  private Map<String, JsonNode> followed() {
    var events = new HashMap<String, JsonNode>();
    for (var item : items(path)) {
      var data = item.path("data");
      var id = data.path("event_id").asString();
      if (data.path("action").asString().equals("event_removed")) {
        events.remove(id);
      } else {
        events.put(id, data);
      }
    }
    return events;
  }

  @Test
  void anotherApplicationIsToldNothingOfThem() throws Exception {
    var other = client.newApp();
    var othersPhone = client.newPhone(other);
    create(app, path, "\"location\",\"stationary\",\"transport\",\"moment\"");
    create(other, path + "-other", "\"location\",\"stationary\",\"transport\",\"moment\"");

    upload(phone, Walk.untilWork(360));
    upload(othersPhone, Walk.untilWork(360));
    SensorSite.await("both are told", () -> items(path).size() >= 4);
    SensorSite.await("both are told", () -> items(path + "-other").size() >= 4);

    assertThat(items(path))
        .allSatisfy(
            item ->
                assertThat(item.path("data").path("user_id").asString()).isEqualTo(phone.userId()));
    assertThat(items(path + "-other"))
        .allSatisfy(
            item ->
                assertThat(item.path("data").path("user_id").asString())
                    .isEqualTo(othersPhone.userId()));
  }

  @Test
  void onlyTheTypesThatWereAskedForAreSent() throws Exception {
    create(app, path, "\"location\"");
    create(app, path + "-all", "\"location\",\"stationary\"");

    upload(phone, Walk.untilWork(360));
    SensorSite.await(
        "the stay is told",
        () -> items(path + "-all").stream().anyMatch(item -> type(item).equals("stationary")));
    SensorSite.await("the location is told", () -> !items(path).isEmpty());

    assertThat(items(path)).extracting(WebhooksTest::type).containsOnly("location");
    assertThat(items(path + "-all"))
        .extracting(WebhooksTest::type)
        .containsOnly("location", "stationary");
  }

  @Test
  void theSecretIsShownWhenItIsDrawnAndNotAgain() throws Exception {
    var made = create(app, path, "\"transport\"");

    assertThat(made.path("secret").asString()).startsWith("whsec_");
    assertThat(made.propertyNames())
        .containsExactly("id", "url", "types", "created_at", "state", "reason", "secret");
    var listed = json(admin("GET", webhooks(app), null));
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).has("secret")).isFalse();
    assertThat(json(admin("GET", of(made), null)).has("secret")).isFalse();

    var newer = json(admin("POST", of(made) + "/secret", null));
    assertThat(newer.path("secret").asString())
        .startsWith("whsec_")
        .isNotEqualTo(made.path("secret").asString());
    json(admin("POST", of(made) + "/test", null));
    SensorSite.await("the trial came", () -> !receiver.at(path).isEmpty());
    var signature = receiver.at(path).getFirst().signature();
    assertThat(signature).isNotNull();
    assertThat(signature.split(" ")).hasSize(2);
  }

  @Test
  void aWebhookIsChangedSwitchedOffAndDeleted() throws Exception {
    var made = create(app, path, "\"transport\"");

    var changed =
        json(
            admin(
                "PATCH",
                of(made),
                "{\"url\":\"https://other.example/x\",\"types\":[\"moment\",\"location\"]}"));
    assertThat(changed.path("url").asString()).isEqualTo("https://other.example/x");
    assertThat(changed.path("types").values())
        .extracting(JsonNode::asString)
        .containsExactly("location", "moment");

    var off = json(admin("PATCH", of(made), "{\"enabled\":false}"));
    assertThat(off.path("state").asString()).isEqualTo("disabled");
    assertThat(off.path("reason").asString()).isEqualTo("owner");
    assertThat(admin("POST", of(made) + "/test", null).statusCode()).isEqualTo(409);
    assertThat(json(admin("PATCH", of(made), "{\"enabled\":true}")).path("state").asString())
        .isEqualTo("active");

    assertThat(admin("DELETE", of(made), null).statusCode()).isEqualTo(200);
    assertThat(admin("GET", of(made), null).statusCode()).isEqualTo(404);
    assertThat(admin("DELETE", of(made), null).statusCode()).isEqualTo(404);
  }

  @Test
  void aTrialIsInTheLogAndComesAgainWithTheSameIdAndBytes() throws Exception {
    var webhook = create(app, path, "\"transport\"");

    var sent = json(admin("POST", of(webhook) + "/test", null));
    assertThat(sent.path("types").asString()).isEqualTo("test");
    var log = of(webhook) + "/deliveries/" + sent.path("id").asLong();
    SensorSite.await("it is delivered", () -> state(log).equals("delivered"));
    assertThat(json(admin("GET", log, null)).path("log").get(0).path("status").asInt())
        .isEqualTo(204);
    assertThat(json(admin("GET", of(webhook) + "/deliveries", null))).hasSize(1);

    json(admin("POST", log + "/replay", null));
    SensorSite.await("it came again", () -> receiver.at(path).size() == 2);

    var first = receiver.at(path).getFirst();
    var second = receiver.at(path).getLast();
    verify(webhook, second);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.json().path("data").get(0).path("meta").path("message_type").asString())
        .isEqualTo("test");
  }

  @Test
  void whatFailedIsReplayedSinceATime() throws Exception {
    var webhook = create(app, path, "\"transport\"");
    json(admin("POST", of(webhook) + "/test", null));
    SensorSite.await("the trial came", () -> !receiver.at(path).isEmpty());

    var replayed =
        json(admin("POST", of(webhook) + "/replay", "{\"since\":\"2026-01-01T00:00:00Z\"}"));

    assertThat(replayed.path("replayed").asInt()).isZero(); // none of it failed
    assertThat(admin("POST", of(webhook) + "/replay", "{\"since\":\"x\"}").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', url",
    "'{\"url\":\"https://a.example/\"}', types",
    "'{\"url\":\"https://a.example/\",\"types\":[]}', types",
    "'{\"url\":\"https://a.example/\",\"types\":[\"crash\"]}', types",
    "'{\"url\":\"ftp://a.example/\",\"types\":[\"transport\"]}', url",
    "'{\"url\":\"https://u:p@a.example/\",\"types\":[\"transport\"]}', url",
  })
  void aWebhookNeedsAUrlAndTypes(String body, String parameter) throws Exception {
    var refused = admin("POST", webhooks(app), body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("INVALID_PARAMETER", parameter);
  }

  @Test
  void anApplicationHasTwentyAtTheMost() throws Exception {
    for (int i = 0; i < 20; i++) {
      create(app, path, "\"transport\"");
    }

    var refused =
        admin("POST", webhooks(app), "{\"url\":\"https://a.example/\",\"types\":[\"moment\"]}");

    assertThat(refused.statusCode()).isEqualTo(409);
  }

  @Test
  void onlyTheOperatorManagesAndOnlyThroughTheRightApplication() throws Exception {
    var webhook = create(app, path, "\"transport\"");
    var other = client.newApp();
    var key = client.newApiKey(app, "\"user.read\"");
    var suffix = "/" + webhook.path("id").asLong();

    assertThat(client.get(webhooks(app), key).statusCode()).isEqualTo(403);
    assertThat(client.get(webhooks(app), phone.token()).statusCode()).isEqualTo(403);
    assertThat(client.get(webhooks(app), null).statusCode()).isEqualTo(401);
    assertThat(admin("GET", webhooks(other) + suffix, null).statusCode()).isEqualTo(404);
    assertThat(admin("DELETE", webhooks(other) + suffix, null).statusCode()).isEqualTo(404);
    assertThat(admin("GET", webhooks(other) + suffix + "/deliveries", null).statusCode())
        .isEqualTo(404);
    assertThat(admin("GET", webhooks(app) + "/x", null).statusCode()).isEqualTo(404);
    assertThat(admin("GET", "/admin/v1/applications/none/webhooks", null).statusCode())
        .isEqualTo(404);
  }

  private static List<JsonNode> events(TestClient.Phone phone) throws Exception {
    var events =
        client.get(
            "/v2/users/" + phone.userId() + "/events?from=2026-03-02&to=2026-03-02", phone.token());
    return List.copyOf(json(events).values());
  }

  private List<JsonNode> told(String type) {
    return items(path).stream()
        .filter(item -> type(item).equals(type))
        .map(item -> item.path("data"))
        .toList();
  }

  private static List<JsonNode> items(String path) {
    var items = new ArrayList<JsonNode>();
    receiver.at(path).forEach(message -> items.addAll(message.json().path("data").values()));
    return items;
  }

  private static String type(JsonNode item) {
    return item.path("meta").path("message_type").asString();
  }

  private static String state(String delivery) {
    try {
      return json(admin("GET", delivery, null)).path("state").asString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void upload(TestClient.Phone phone, String fixes) throws Exception {
    json(client.post("/device/v1/signals", phone.token(), fixes));
  }

  private static JsonNode create(TestClient.App app, String path, String types) throws Exception {
    var body = "{\"url\":\"" + receiver.url(path) + "\",\"types\":[" + types + "]}";
    return json(admin("POST", webhooks(app), body));
  }

  private String of(JsonNode webhook) {
    return webhooks(app) + "/" + webhook.path("id").asLong();
  }

  private static String webhooks(TestClient.App app) {
    return "/admin/v1/applications/" + app.id() + "/webhooks";
  }

  private static HttpResponse<String> admin(String method, String target, String body)
      throws Exception {
    return client.send(method, target, client.adminToken(), body);
  }

  /** As a receiver does it, by a library that is not ours. */
  private static void verify(JsonNode webhook, Receiver.Message message) throws Exception {
    var headers =
        Map.of(
            "webhook-id", List.of(String.valueOf(message.id())),
            "webhook-timestamp", List.of(String.valueOf(message.timestamp())),
            "webhook-signature", List.of(String.valueOf(message.signature())));
    new Webhook(webhook.path("secret").asString())
        .verify(message.body(), HttpHeaders.of(headers, (_, _) -> true));
  }
}
