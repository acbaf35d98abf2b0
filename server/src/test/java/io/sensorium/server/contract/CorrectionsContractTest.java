package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.Backup;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people decide of their own events, as a phone's app sees it. */
class CorrectionsContractTest {

  private static final String PATH = "/device/v1/corrections";
  private static final Instant SIX = Instant.parse("2026-03-02T06:00:00Z");

  @TempDir private static Path directory;
  @TempDir private static Path elsewhere;
  private static SensoriumServer server;
  private static TestClient client;
  private static TestClient.App app;
  private TestClient.Phone phone = new TestClient.Phone("", "", "", "");

  @BeforeAll
  static void start() throws Exception {
    server = start(directory);
    client = clientOf(server, directory);
    app = client.newApp();
  }

  private static SensoriumServer start(Path data) throws Exception {
    return SensoriumServer.start(
        ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), data);
  }

  private static TestClient clientOf(SensoriumServer running, Path data) {
    return new TestClient(URI.create(running.urls().getFirst()), data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Two hours at home, 15 minutes of driving, two hours at the shop. */
  @BeforeEach
  void aPhoneWithAMorning() throws Exception {
    phone = client.newPhone(app);
    var fixes = new ArrayList<String>();
    for (int i = 0; i < 510; i++) {
      double east = 3.70 + 0.0035 * Math.clamp(i - 240, 0, 30);
      var time = SIX.plus(Duration.ofSeconds(30L * i));
      fixes.add(
          "{\"time\": \"%s\", \"lat\": 51.05, \"lon\": %.6f, \"accuracy\": 8}"
              .formatted(time, east));
    }
    var body = "{\"fixes\": [" + String.join(",", fixes) + "]}";
    assertThat(client.post("/device/v1/signals", phone.token(), body).statusCode()).isEqualTo(200);
    client.awaitFolded();
  }

  private List<JsonNode> events() throws Exception {
    return events(client, phone);
  }

  /** Oldest first. */
  private static List<JsonNode> events(TestClient of, TestClient.Phone who) throws Exception {
    var path = "/v2/users/" + who.userId() + "/events?from=2026-03-01&to=2026-03-04";
    var events = new ArrayList<JsonNode>();
    json(of.get(path, who.token())).forEach(events::add);
    return events.reversed();
  }

  private String home() throws Exception {
    return events().getFirst().path("event_id").asString();
  }

  private String ride() throws Exception {
    return events().get(1).path("event_id").asString();
  }

  private HttpResponse<String> correct(String event, String member) throws Exception {
    return client.post(PATH, phone.token(), "{\"event_id\": \"" + event + "\", " + member + "}");
  }

  private static JsonNode error(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return new JsonMapper().readTree(answer.body());
  }

  @Test
  void theMorningIsAStayARideAndAStay() throws Exception {
    assertThat(events())
        .extracting(event -> event.path("type").asString())
        .containsExactly("Stationary", "Transport", "Stationary");
  }

  @Test
  void aModeIsCorrectedAndTakenBack() throws Exception {
    var before = events();
    var ride = before.get(1);

    var correction = json(correct(ride(), "\"mode\": \"ferry\""));
    client.awaitFolded();

    assertThat(correction.propertyNames())
        .containsExactly("id", "type", "start", "end", "given_at", "mode");
    assertThat(correction.path("type").asString()).isEqualTo("Transport");
    assertThat(correction.path("mode").asString()).isEqualTo("ferry");
    assertThat(Instant.parse(correction.path("start").asString()))
        .isEqualTo(instant(ride, "start"));
    assertThat(Instant.parse(correction.path("end").asString())).isEqualTo(instant(ride, "end"));
    var corrected = events().get(1);
    assertThat(corrected.path("mode").asString()).isEqualTo("ferry");
    assertThat(corrected.path("event_id")).isEqualTo(ride.path("event_id"));
    assertThat(corrected.path("analysis_type")).isEqualTo(ride.path("analysis_type"));

    assertThat(json(correct(ride(), "\"mode\": null")).path("mode").isNull()).isTrue();
    client.awaitFolded();

    assertThat(events()).isEqualTo(before);
  }

  private static Instant instant(JsonNode event, String member) {
    return OffsetDateTime.parse(event.path(member).asString()).toInstant();
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "flight", "idle", "subway", "escooter", "other"})
  void aCorrectedModeIsKeptWhateverTheAnalysisType(String mode) throws Exception {
    json(correct(ride(), "\"mode\": \"" + mode + "\""));
    client.awaitFolded();

    assertThat(events().get(1).path("mode").asString()).isEqualTo(mode);
  }

  @Test
  void aPlaceIsNamedAndItsNameIsShown() throws Exception {
    json(correct(home(), "\"place\": \" Chez Zoë \""));
    client.awaitFolded();

    var place = events().getFirst().path("location").path("place");
    assertThat(place.path("name").asString()).isEqualTo("Chez Zoë");
    assertThat(place.path("categories").size()).isZero();

    json(correct(home(), "\"place\": null"));
    client.awaitFolded();

    assertThat(events().getFirst().path("location").path("place").path("name").isNull()).isTrue();
  }

  @Test
  void aStayThatIsNoneIsPartOfTheTripUntilThatIsTakenBack() throws Exception {
    var before = events();
    var home = home();

    var correction = json(correct(home, "\"not_a_stay\": true"));
    client.awaitFolded();

    assertThat(events().getFirst().path("type").asString()).isEqualTo("Transport");
    assertThat(events().getFirst().path("start")).isEqualTo(before.getFirst().path("start"));
    assertThat(events().getLast()).isEqualTo(before.getLast());
    var successor =
        json(client.get("/v3/users/" + phone.userId() + "/events/" + home, phone.token()));
    assertThat(successor.get(0).path("type").asString()).isEqualTo("Transport");

    var path = PATH + "/" + correction.path("id").asString();
    assertThat(client.send("DELETE", path, phone.token(), null).statusCode()).isEqualTo(200);
    client.awaitFolded();

    assertThat(events())
        .extracting(event -> event.path("start"))
        .isEqualTo(before.stream().map(event -> event.path("start")).toList());
    assertThat(client.send("DELETE", path, phone.token(), null).statusCode()).isEqualTo(404);
    assertThat(json(client.get(PATH, phone.token())).size()).isZero();
  }

  @Test
  void whatIsInForceIsListedInTheOrderInWhichItWasGiven() throws Exception {
    json(correct(ride(), "\"mode\": \"car\""));
    json(correct(home(), "\"place\": \"Home\""));
    json(correct(ride(), "\"mode\": \"bus\""));

    var listed = json(client.get(PATH, phone.token()));

    assertThat(listed.size()).isEqualTo(2);
    assertThat(listed.get(0).path("place").asString()).isEqualTo("Home");
    assertThat(listed.get(1).path("mode").asString()).isEqualTo("bus");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"mode\": \"rocket\"               | mode",
        "\"mode\": \"insufficient_data\"    | mode",
        "\"mode\": \"CAR\"                  | mode",
        "\"mode\": 3                        | mode",
        "\"place\": \"x\"                   | place cannot be said of a transport",
        "\"not_a_stay\": true               | not_a_stay cannot be said of a transport",
        "\"x\": 1                           | one of mode, place and not_a_stay",
        "\"mode\": \"car\", \"place\": \"x\"| one of mode, place and not_a_stay"
      })
  void whatCannotBeSaidOfARideIsRefused(String member, String message) throws Exception {
    var refused = error(correct(ride(), member), 400);

    assertThat(refused.path("errorCode").asString()).isEqualTo("INVALID_PARAMETER");
    assertThat(refused.path("message").asString()).contains(message);
    assertThat(json(client.get(PATH, phone.token())).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"mode\": \"car\"", "\"mode\": null"})
  void aStayHasNoMode(String member) throws Exception {
    assertThat(error(correct(home(), member), 400).path("message").asString())
        .contains("mode cannot be said of a stay");
  }

  @Test
  void aNameIsOneToTwoHundredPrintableCharacters() throws Exception {
    for (var name : List.of("", "   ", "a\\u0000b", "a\\nb", "\\ud800", "x".repeat(201))) {
      assertThat(
              error(correct(home(), "\"place\": \"" + name + "\""), 400).path("message").asString())
          .contains("place");
    }
    assertThat(correct(home(), "\"place\": \"" + "x".repeat(200) + "\"").statusCode())
        .isEqualTo(200);
    assertThat(correct(home(), "\"not_a_stay\": \"yes\"").body()).contains("not_a_stay");
  }

  @Test
  void whatIsNoCorrectionIsRefused() throws Exception {
    var token = phone.token();

    assertThat(
            error(client.post(PATH, token, "{\"mode\": \"car\"}"), 400).path("message").asString())
        .contains("event_id");
    error(client.post(PATH, token, "[]"), 400);
    error(client.post(PATH, token, "{\"event_id\": "), 400);
    error(client.post(PATH, token, "{\"event_id\": \"" + "x".repeat(17_000) + "\"}"), 413);
    error(client.post(PATH, null, "{}"), 401);
    error(client.post(PATH, client.adminToken(), "{}"), 403);
    error(client.get(PATH, client.newApiKey(app, "\"user.read\"")), 403);
  }

  @Test
  void anUploadTokenCorrectsNothing() throws Exception {
    var token =
        json(client.post("/device/v1/upload-tokens", phone.token(), "{}")).path("token").asString();
    var body = "{\"event_id\": \"" + ride() + "\", \"mode\": \"car\"}";

    error(client.post(PATH, token, body), 403);
    error(client.get(PATH, token), 403);
  }

  @Test
  void anEventOfAnotherLooksLikeOneThatDoesNotExist() throws Exception {
    var stranger = client.newPhone(app);
    var body = "{\"event_id\": \"%s\", \"mode\": \"car\"}";

    var others = error(client.post(PATH, stranger.token(), body.formatted(ride())), 404);
    var unknown = error(client.post(PATH, stranger.token(), body.formatted("0".repeat(64))), 404);
    var malformed = error(client.post(PATH, stranger.token(), body.formatted("x")), 404);

    assertThat(others.path("errorCode").asString()).isEqualTo("EVENT_NOT_FOUND");
    assertThat(without(others, "ref")).isEqualTo(without(unknown, "ref"));
    assertThat(without(others, "ref")).isEqualTo(without(malformed, "ref"));
  }

  private static String without(JsonNode error, String member) {
    return error.toString().replaceFirst("\"" + member + "\":\"[^\"]*\"", "");
  }

  @Test
  void aCorrectionOfAnotherCannotBeSeenOrTakenBack() throws Exception {
    var stranger = client.newPhone(app);
    var id = json(correct(ride(), "\"mode\": \"car\"")).path("id").asString();

    error(client.send("DELETE", PATH + "/" + id, stranger.token(), null), 404);
    error(client.send("DELETE", PATH + "/x", stranger.token(), null), 404);
    assertThat(json(client.get(PATH, stranger.token())).size()).isZero();
    assertThat(json(client.get(PATH, phone.token())).size()).isOne();
  }

  @Test
  void aBackupThatIsRestoredShowsWhatWasCorrectedAndVerifies() throws Exception {
    json(correct(ride(), "\"mode\": \"tram\""));
    json(correct(home(), "\"place\": \"Home\""));
    client.awaitFolded();
    var target = "{\"directory\": \"" + elsewhere.resolve("backup") + "\"}";
    assertThat(client.post("/admin/v1/backup", client.adminToken(), target).statusCode())
        .isEqualTo(200);
    Backup.restore(elsewhere.resolve("backup"), elsewhere.resolve("data"));

    try (var second = start(elsewhere.resolve("data"))) {
      var restored = clientOf(second, elsewhere.resolve("data"));

      assertThat(events(restored, phone)).isEqualTo(events());
      assertThat(json(restored.get(PATH, phone.token())).size()).isEqualTo(2);
      var verified = json(restored.post("/admin/v1/verify", restored.adminToken(), "{}"));
      assertThat(verified.path("findings").size()).isZero();
    }
  }
}
