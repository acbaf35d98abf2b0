package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.TestClient.Phone;
import io.sensorium.server.config.ConfigReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything held of a person, in one archive, for the person and for the operator. */
class ExportContractTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String BATCH =
      """
      {"fixes": [
        {"time": "2026-03-02T07:31:12.250Z", "lat": 51.0512345, "lon": 3.72, "accuracy": 5.5,
         "altitude": 12.25, "speed": 1.5, "bearing": 92.5, "uptime_ms": 77},
        {"time": "2026-03-02T08:31:12Z", "lat": 51.0512346, "lon": -3.0000001}],
       "motion": [{"start": "2026-03-02T07:31:12Z", "rate_hz": 12.5,
         "acceleration": [[0.1, -0.2, 9.81]], "rotation": [[0.5, 0.0, 0.25]]}],
       "activity": [{"time": "2026-03-02T07:31:12Z", "type": "still", "confidence": 0.9}],
       "phone": [{"time": "2026-03-02T07:31:12Z", "screen": "on", "call": "handsfree",
         "mounted": false, "battery": 0.8, "charging": true, "audio_route": "speaker"}],
       "steps": [{"start": "2026-03-02T07:31:12Z", "end": "2026-03-02T07:32:12Z", "count": 9}]}
      """;

  @TempDir private Path directory;
  private SensoriumServer server;
  private TestClient client;
  private Phone phone;

  @BeforeEach
  void start() throws Exception {
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    client = new TestClient(URI.create(server.urls().getFirst()), directory);
    phone = client.newPhone();
    json(client.post("/device/v1/signals", phone.token(), BATCH));
    client.awaitFolded();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<byte[]> get(String path, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.urls().getFirst() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofByteArray());
    }
  }

  private static Map<String, String> unzip(HttpResponse<byte[]> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    var files = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static JsonNode file(Map<String, String> files, String name) {
    return JSON.readTree(Objects.requireNonNull(files.get(name), name));
  }

  @Test
  void thePersonAndTheOperatorGetTheSameArchive() throws Exception {
    var own = unzip(get("/device/v1/export", phone.token()));
    var operators =
        unzip(get("/admin/v1/users/" + phone.userId() + "/export", client.adminToken()));

    assertThat(own).isEqualTo(operators);
    assertThat(own.keySet())
        .containsExactlyInAnyOrder(
            "profile.json",
            "waiting.json",
            "fixes.json",
            "motion.json",
            "activity.json",
            "phone.json",
            "steps.json",
            "fixes.gpx",
            "events.json",
            "retired_events.json",
            "corrections.json",
            "drives.json",
            "driving_scores.json",
            "car_behavior.json",
            "moments.json",
            "anomalies.json",
            "segments.json",
            "location_clusters.json",
            "notifications.json",
            "messages.json");
  }

  @Test
  void whatWasSentComesBackAsItWasSent() throws Exception {
    var files = unzip(get("/device/v1/export", phone.token()));
    var sent = JSON.readTree(BATCH);

    for (var stream : new String[] {"motion", "activity", "phone", "steps"}) {
      assertThat(file(files, stream + ".json")).isEqualTo(sent.path(stream));
    }
    var fix = file(files, "fixes.json").get(0);
    sent.path("fixes")
        .get(0)
        .propertyStream()
        .forEach(sentOf -> assertThat(fix.path(sentOf.getKey())).isEqualTo(sentOf.getValue()));
    assertThat(file(files, "fixes.json").get(1).has("altitude")).isFalse();
    assertThat(files.get("fixes.gpx"))
        .contains(
            "<trkpt lat=\"51.0512345\" lon=\"3.7200000\"><ele>12.25</ele>"
                + "<time>2026-03-02T07:31:12.250Z</time></trkpt>")
        .contains("lon=\"-3.0000001\"");
    assertThat(file(files, "waiting.json").size()).isZero();
  }

  @Test
  void theProfileNamesInstallsAndCredentialsAndNoSecret() throws Exception {
    var files = unzip(get("/device/v1/export", phone.token()));
    var profile = file(files, "profile.json");

    assertThat(profile.path("id").asString()).isEqualTo(phone.userId());
    assertThat(profile.path("installs").get(0).path("id").asString()).isEqualTo(phone.installId());
    assertThat(profile.path("installs").get(0).path("credentials").size()).isEqualTo(2);
    var secret = phone.token().substring(phone.token().indexOf('.') + 1);
    assertThat(files.values()).noneMatch(text -> text.contains(secret));
  }

  @Test
  void theTimelineHasTheEventsThatTheApiShows() throws Exception {
    var fixes = new StringBuilder();
    for (int i = 0; i < 360; i++) { // an hour here, an hour on the way, an hour there
      double lat = 51.1 + Math.clamp(i - 120, 0, 120) * 0.001;
      var time = Instant.parse("2026-03-02T10:00:00Z").plusSeconds(30L * i);
      fixes.append(i == 0 ? "" : ",");
      fixes.append("{\"time\": \"" + time + "\", \"lat\": " + lat);
      fixes.append(", \"lon\": 3.72, \"accuracy\": 5}");
    }
    json(client.post("/device/v1/signals", phone.token(), "{\"fixes\": [" + fixes + "]}"));
    client.awaitFolded();

    var exported = file(unzip(get("/device/v1/export", phone.token())), "events.json");

    var days = "/v2/users/" + phone.userId() + "/events?from=2026-03-02&to=2026-03-02";
    var shown = json(client.get(days, phone.token()));
    assertThat(shown.size()).isGreaterThan(1);
    assertThat(exported.valueStream().map(it -> it.path("event_id").asString()).toList())
        .containsExactlyInAnyOrderElementsOf(
            shown.valueStream().map(it -> it.path("event_id").asString()).toList());
    assertThat(exported.valueStream().filter(it -> it.path("path").size() > 10)).isNotEmpty();
  }

  @Test
  void nobodyElseGetsIt() throws Exception {
    var path = "/admin/v1/users/" + phone.userId() + "/export";
    assertThat(get(path, phone.token()).statusCode()).isEqualTo(403);
    assertThat(get("/device/v1/export", client.adminToken()).statusCode()).isEqualTo(403);
    assertThat(get("/admin/v1/users/x/export", client.adminToken()).statusCode()).isEqualTo(404);
  }
}
