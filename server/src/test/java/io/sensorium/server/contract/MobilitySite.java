package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.simulator.Simulation;
import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.Enrolment;
import io.sensorium.simulator.upload.UploadPlan;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with a person who has four days of history, and those who may and may not read it. */
record MobilitySite(
    SensoriumServer server,
    TestClient client,
    TestClient.App app,
    Enrolment person,
    TestClient.Phone stranger,
    String key)
    implements AutoCloseable {

  static final String MONTH = "?from=2026-03-01&to=2026-03-31";
  static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d");
  static final Pattern UUID_4 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /** A number with zeros at the end, or with an exponent. */
  static final Pattern LONG_NUMBER =
      Pattern.compile("[:\\[,]\\s*-?\\d+(\\.\\d*0(?=[,}\\]\\s])|(\\.\\d+)?[eE])");

  static MobilitySite start(Path directory) throws Exception {
    var server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    var url = URI.create(server.urls().getFirst());
    var client = new TestClient(url, directory);
    var app = client.newApp();
    var phone = DeviceClient.of(HttpClient.newHttpClient(), url).enrol(app.id(), app.secret());
    UploadPlan.ORDINARY
        .uploads(Simulation.month(3).batches(1_000).limit(23), 1)
        .forEach(phone::upload);
    client.awaitFolded();
    return new MobilitySite(
        server,
        client,
        app,
        phone.enrolment(),
        client.newPhone(client.newApp()),
        client.newApiKey(app, "\"user.read\""));
  }

  @Override
  public void close() {
    server.close();
  }

  String token() {
    return person.token();
  }

  String userId() {
    return person.userId();
  }

  String path(String rest) {
    return "/v2/users/" + userId() + rest;
  }

  String v3(JsonNode event, String rest) {
    return "/v3/users/" + userId() + "/events/" + event.path("event_id").asString() + rest;
  }

  List<JsonNode> events() throws Exception {
    return events(MONTH);
  }

  List<JsonNode> events(String query) throws Exception {
    var events = new ArrayList<JsonNode>();
    json(client.get(path("/events" + query), token())).forEach(events::add);
    return events;
  }

  JsonNode transport() throws Exception {
    return first("Transport");
  }

  JsonNode first(String type) throws Exception {
    return events().stream()
        .filter(event -> event.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  static void assertError(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    var error = new JsonMapper().readTree(response.body());
    assertThat(keys(error)).containsExactlyInAnyOrder("message", "errorCode", "ref");
    assertThat(error.path("errorCode").asString()).isEqualTo(code);
    assertThat(error.path("ref").asString()).matches(UUID_4);
  }

  static Set<String> ids(List<JsonNode> events) {
    var ids = new TreeSet<String>();
    events.forEach(event -> ids.add(event.path("event_id").asString()));
    return ids;
  }

  static List<String> keys(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
