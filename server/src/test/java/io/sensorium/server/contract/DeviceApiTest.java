package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What phones, their apps and the operator call. */
class DeviceApiTest {

  private static final String ONE_GOOD_ONE_BAD =
      """
      {"batch_id": "b1", "fixes": [
        {"time": "2026-03-02T07:31:12.250Z", "lat": 51.05, "lon": 3.72, "accuracy": 5.0},
        {"time": "2026-03-02T07:31:13.250Z", "lat": 99, "lon": 3.72}]}
      """;
  private static final String GPX =
      """
      <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
        <trkpt lat="51.05" lon="3.72"><time>2026-03-02T07:31:12Z</time></trkpt>
        <trkpt lat="51.06" lon="3.73"><time>2026-03-02T07:32:12Z</time></trkpt>
        <trkpt lat="51.07" lon="3.74"></trkpt>
      </trkseg></trk></gpx>
      """;

  @TempDir private static Path directory;
  private static SensoriumServer server;
  private static URI url;
  private static TestClient client;
  private static TestClient.App app;
  private TestClient.Phone phone = new TestClient.Phone("", "", "", "");

  @BeforeAll
  static void start() throws Exception {
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    url = URI.create(server.urls().getFirst());
    client = new TestClient(url, directory);
    app = client.newApp();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void aNewPhone() throws Exception {
    phone = client.newPhone(app);
  }

  @Test
  void aBadItemIsNamedAndItsGoodNeighbourIsKept() throws Exception {
    var receipt = json(client.post("/device/v1/signals", phone.token(), ONE_GOOD_ONE_BAD));

    assertThat(receipt.path("accepted").asInt()).isOne();
    assertThat(receipt.path("duplicate").asBoolean()).isFalse();
    assertThat(receipt.path("rejected").get(0).path("stream").asString()).isEqualTo("fixes");
    assertThat(receipt.path("rejected").get(0).path("index").asInt()).isOne();
    assertThat(receipt.path("rejected").get(0).path("reason").asString()).contains("lat");
    assertThat(location(phone.token()).path("latitude").asDouble()).isEqualTo(51.05);
  }

  @Test
  void aRepeatedBatchIsAnsweredTheSameAndMarked() throws Exception {
    client.post("/device/v1/signals", phone.token(), ONE_GOOD_ONE_BAD);

    var again = json(client.post("/device/v1/signals", phone.token(), ONE_GOOD_ONE_BAD));

    assertThat(again.path("accepted").asInt()).isOne();
    assertThat(again.path("rejected").size()).isOne();
    assertThat(again.path("duplicate").asBoolean()).isTrue();
  }

  @Test
  void whatIsNoBatchIsRefused() throws Exception {
    assertThat(client.post("/device/v1/signals", phone.token(), "{\"fixes\": [").statusCode())
        .isEqualTo(400);
    assertThat(client.post("/device/v1/signals", null, ONE_GOOD_ONE_BAD).statusCode())
        .isEqualTo(401);
    assertThat(client.post("/device/v1/signals", client.adminToken(), "{}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anInstallNeedsTheSecretOfItsApplication() throws Exception {
    var body =
        "{\"application_id\": \"%s\", \"application_secret\": \"%s\", \"device\": {}}"
            .formatted(app.id(), client.newApp().secret());

    var wrong = client.post("/device/v1/installs", null, body);

    assertThat(wrong.statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenIsRefreshedAndTheOldSecretHoldsForADay() throws Exception {
    var body =
        "{\"install_id\": \"%s\", \"refresh_secret\": \"%s\"}"
            .formatted(phone.installId(), phone.refreshSecret());

    var fresh = json(client.post("/device/v1/token", null, body));
    var again = client.post("/device/v1/token", null, body);

    assertThat(fresh.path("user_id").asString()).isEqualTo(phone.userId());
    assertThat(fresh.path("expires_at").asString()).endsWith("Z");
    assertThat(client.get("/v2/users/me", fresh.path("token").asString()).statusCode())
        .isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(200);
  }

  @Test
  void anUploadTokenAppendsAndReadsNothingUntilItIsRevoked() throws Exception {
    var created = json(client.post("/device/v1/upload-tokens", phone.token(), "{}"));
    var token = created.path("token").asString();

    assertThat(client.post("/device/v1/signals", token, ONE_GOOD_ONE_BAD).statusCode())
        .isEqualTo(200);
    assertThat(client.get("/v2/users/" + phone.userId() + "/location", token).statusCode())
        .isEqualTo(403);

    var path = "/device/v1/upload-tokens/" + created.path("id").asString();
    assertThat(client.send("DELETE", path, phone.token(), null).statusCode()).isEqualTo(200);
    assertThat(client.post("/device/v1/signals", token, ONE_GOOD_ONE_BAD).statusCode())
        .isEqualTo(401);
  }

  @Test
  void ownTracksSendsWithTheUploadTokenAsPassword() throws Exception {
    var token =
        json(client.post("/device/v1/upload-tokens", phone.token(), "{}")).path("token").asString();
    var message =
        "{\"_type\":\"location\",\"tst\":1772436800,\"lat\":51.051,\"lon\":3.721,\"acc\":10}";

    var answer = ownTracks("anna:" + token, message);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("[]");
    assertThat(location(phone.token()).path("latitude").asDouble()).isEqualTo(51.051);
    assertThat(ownTracks("anna:wrong.wrong", message).statusCode()).isEqualTo(401);
  }

  @Test
  void aFileIsImportedAndTwiceIsAsGoodAsOnce() throws Exception {
    for (int round = 0; round < 2; round++) {
      var job = importGpx();

      assertThat(job.path("state").asString()).isEqualTo("done");
      assertThat(job.path("progress").asDouble()).isEqualTo(1);
      assertThat(job.path("accepted").asInt()).isEqualTo(2);
      assertThat(job.path("rejected_count").asInt()).isOne();
    }
    assertThat(location(phone.token()).path("latitude").asDouble()).isEqualTo(51.06);
  }

  @Test
  void anImportOfAnotherPersonIsNotShown() throws Exception {
    var job = importGpx();

    var other = client.newPhone(app);
    var path = "/device/v1/import/" + job.path("id").asString();

    assertThat(client.get(path, other.token()).statusCode()).isEqualTo(404);
  }

  @Test
  void theOperatorSeesThatAllIsAnalysedAndThatAllIsWell() throws Exception {
    client.post("/device/v1/signals", phone.token(), ONE_GOOD_ONE_BAD);
    client.awaitFolded();

    var status = json(client.get("/admin/v1/status", client.adminToken()));
    var verified = json(client.post("/admin/v1/verify", client.adminToken(), "{}"));

    assertThat(status.path("engine").path("lag").asInt()).isZero();
    assertThat(status.path("atlas").path("time_zones").asString()).isNotEmpty();
    assertThat(verified.path("findings").size()).isZero();
    assertThat(verified.path("users").asInt()).isPositive();
    assertThat(client.get("/admin/v1/status", phone.token()).statusCode()).isEqualTo(403);
  }

  @Test
  void aBackupGoesToAnAbsolutePathThatCanBeMade() throws Exception {
    for (var refused : List.of("backup", "", " ", "/dev/null/backup", "/" + "a".repeat(300))) {
      var answer = backup(refused);
      assertThat(answer.statusCode()).as(refused).isEqualTo(400);
      assertThat(answer.body()).contains("directory");
    }
    assertThat(backup(directory.resolve("backup").toString()).statusCode()).isEqualTo(200);
    assertThat(directory.resolve("backup").resolve("mobility.db")).isNotEmptyFile();
  }

  private HttpResponse<String> backup(String target) throws Exception {
    return client.post(
        "/admin/v1/backup", client.adminToken(), "{\"directory\": \"" + target + "\"}");
  }

  @Test
  void theServerTellsHowItIs() throws Exception {
    assertThat(client.get("/health/live", null).statusCode()).isEqualTo(200);
    assertThat(client.get("/health/ready", null).statusCode()).isEqualTo(200);
    assertThat(client.get("/metrics", null).body())
        .contains("sensorium_engine_lag", "sensorium_http_requests_total");
  }

  private static JsonNode location(String token) throws Exception {
    var me = json(client.get("/v2/users/me", token)).path("id").asString();
    return json(client.get("/v2/users/" + me + "/location", token));
  }

  private static HttpResponse<String> ownTracks(String credential, String message)
      throws Exception {
    var basic = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(url.resolve("/device/owntracks"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message))
                .build(),
            BodyHandlers.ofString());
  }

  private JsonNode importGpx() throws Exception {
    var job = json(client.post("/device/v1/import?format=gpx", phone.token(), GPX));
    for (int i = 0; i < 500 && !job.path("state").asString().equals("done"); i++) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      job = json(client.get("/device/v1/import/" + job.path("id").asString(), phone.token()));
    }
    return job;
  }
}
