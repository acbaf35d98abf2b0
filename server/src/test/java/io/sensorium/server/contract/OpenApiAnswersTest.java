package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.TestClient;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server answers as its OpenAPI document says, to the document's own examples. */
class OpenApiAnswersTest {

  /** Calls that nobody answers with success here: they need what the examples cannot have. */
  private static final Set<String> WITHOUT_SUCCESS =
      Set.of(
          "acknowledgeAlarm", // an alarm that is active
          "giveCorrection", // an event, named in the body
          "createInstall", // the secret of the application
          "refreshToken", // the refresh secret
          "createControlUser", // an account
          "backup", // an empty directory
          "showImport", // an import
          "showAnyImport",
          "replayParked", // a parked input
          "changePassword", // the password
          "confirmPasswordReset", // the token of a mail
          "associateGateway", // a gateway that nobody has
          "correctMeasurements", // a measurement to correct
          "uploadOwnTracks", // Basic with an upload token
          "writeSamples", // snappy
          "replayDelivery", // a delivery that ended
          "replayCallbackDelivery",
          "changeInstall", // an install
          "createAuthenticationCode", // a key that may link
          "linkInstall",
          "useAuthenticationCode", // a code
          "deleteApplication", // an application without people
          "showTile", // a map
          "showBehaviorScores", // a trip by car
          "showBehaviorScoresByStart",
          "revokeApiKey",
          "revokeUploadToken",
          "withdrawCorrection",
          "revokeAdminToken");

  @TempDir private static Path directory;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static SensorSite site;
  private static TestClient client;
  private static TestClient.Phone phone;
  private static Person anna;
  private static DocumentedAnswers documented;
  private static final Map<String, String> VALUES = new HashMap<>();
  private static final Map<String, String> CREDENTIALS = new HashMap<>();

  @BeforeAll
  static void somebodyWithEverything() throws Exception {
    site =
        SensorSite.start(directory, Map.of("mail.host", "127.0.0.1", "sensors.plainHttp", "true"));
    client = new TestClient(url(), directory);
    var app = client.newApp();
    phone = client.newPhone(app);
    json(client.post("/device/v1/signals", phone.token(), Walk.untilWork(360)));
    client.awaitFolded();
    mobility(app);
    sensors();
    documented = new DocumentedAnswers(client.get("/openapi.json", null).body());
  }

  private static void mobility(TestClient.App app) throws Exception {
    var target = "/v2/users/" + phone.userId() + "/events?from=2026-03-02&to=2026-03-02";
    var transport =
        json(client.get(target, phone.token()))
            .valueStream()
            .filter(event -> event.path("type").asString().equals("Transport"))
            .findFirst()
            .orElseThrow();
    var hook =
        json(
            client.post(
                "/admin/v1/applications/" + app.id() + "/webhooks",
                client.adminToken(),
                "{\"url\":\"https://receiver.invalid/\",\"types\":[\"moment\"]}"));
    var trial =
        json(
            client.post(
                "/admin/v1/applications/" + app.id() + "/webhooks/" + hook.path("id") + "/test",
                client.adminToken(),
                ""));
    VALUES.put("user_id", phone.userId());
    VALUES.put("event_id", transport.path("event_id").asString());
    VALUES.put("start", transport.path("start").asString());
    VALUES.put("webhook", hook.path("id").asString());
    VALUES.put("/admin/v1/applications/delivery", trial.path("id").asString());
    VALUES.put("/admin/v1/applications/id", app.id());
    VALUES.put("/admin/v1/users/id", phone.userId());
    CREDENTIALS.put("userToken", "Bearer " + phone.token());
    CREDENTIALS.put("apiKey", "Bearer " + client.newApiKey(app, "\"user.read\""));
    CREDENTIALS.put("adminToken", "Bearer " + client.adminToken());
  }

  private static void sensors() {
    anna = site.newPerson("anna");
    var things = Possessions.of(site, anna, "of-anna", 20.5);
    for (var kind : List.of("gateway", "sensor", "alarm", "callback", "workflow")) {
      VALUES.put("/v1/" + kind + "s/id", things.in("{" + kind + "}"));
    }
    VALUES.put("/v1/users/id", Long.toString(anna.id()));
    VALUES.put("/admin/v1/sensor-users/id", Long.toString(site.newPerson("gone").id()));
    VALUES.put("/v1/callbacks/delivery", things.in("{delivery}"));
    VALUES.put("data_sources", things.in("{source}"));
    VALUES.put("serial", site.newGateway("to-be-removed").serial());
    VALUES.put("workflow", things.in("{workflow}"));
    CREDENTIALS.put("sensorUser", Caller.basic(anna.email(), SensorSite.PASSWORD));
    CREDENTIALS.put("gatewayToken", "Bearer " + things.gateway().token());
  }

  @AfterAll
  static void stop() {
    site.close();
    HTTP.close();
  }

  private static URI url() {
    return URI.create("http://127.0.0.1:" + site.plainPort());
  }

  @Test
  void everyOperationAnswersAsTheDocumentSays() throws Exception {
    var differences = new ArrayList<String>();
    var succeeded = new TreeSet<String>();
    var refusals = new HashMap<String, String>();
    var all = new TreeSet<String>();
    for (var call : calls()) {
      all.add(call.name());
      for (var credential : credentials(call)) {
        var answer = send(call, credential);
        var contentType = answer.headers().firstValue("Content-Type").orElse("");
        var body = body(answer, contentType);
        documented
            .differences(call.path(), call.method(), answer.statusCode(), contentType, body)
            .forEach(it -> differences.add(call.name() + " " + credential + ": " + it));
        if (answer.statusCode() < 300) {
          succeeded.add(call.name());
        } else {
          refusals.put(call.name(), body);
        }
      }
    }

    assertThat(differences).isEmpty();
    all.removeAll(succeeded);
    refusals.keySet().removeAll(succeeded);
    assertThat(all)
        .as("what answers: %s", refusals)
        .containsExactlyInAnyOrderElementsOf(WITHOUT_SUCCESS);
  }

  private record Call(String path, String method, JsonNode operation) {

    String name() {
      return operation.path("operationId").asString();
    }
  }

  /** What removes comes last, and what removes all at the very end. */
  private static List<Call> calls() {
    var calls = new ArrayList<Call>();
    documented
        .document()
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, operation) -> calls.add(new Call(path, method, operation))));
    calls.sort(
        Comparator.comparing((Call call) -> call.method().equals("delete"))
            .thenComparing(call -> call.path().equals("/gateway/v1/measurements")) // after pairing
            .thenComparingInt(call -> -call.path().length()));
    return calls;
  }

  /** None, one that does not hold, and each that the operation asks for. */
  private static List<String> credentials(Call call) {
    var credentials = new ArrayList<>(List.of("", "Bearer nobody.nothing"));
    for (var scheme : call.operation().path("security")) {
      var name = scheme.propertyNames().iterator().next();
      if (CREDENTIALS.containsKey(name)) {
        credentials.add(CREDENTIALS.get(name));
      }
    }
    return credentials;
  }

  private static HttpResponse<InputStream> send(Call call, String credential) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url() + target(call)));
    var example = call.operation().path("requestBody").path("content").path("application/json");
    if (call.operation().has("requestBody")) {
      request.header("Content-Type", example.isMissingNode() ? "text/plain" : "application/json");
    }
    if (!credential.isEmpty()) {
      request.header("Authorization", credential);
    }
    var body = example.isMissingNode() ? "" : example.path("example").toString();
    request.method(
        call.method().toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofString(body));
    return HTTP.send(request.build(), BodyHandlers.ofInputStream());
  }

  private static String body(HttpResponse<InputStream> answer, String contentType)
      throws Exception {
    try (var in = answer.body()) {
      return contentType.startsWith("text/event-stream")
          ? "a stream without an end"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String target(Call call) {
    var path = call.path();
    var query = new StringBuilder();
    for (var reference : call.operation().path("parameters")) {
      var parameter = documented.resolved(reference);
      var name = parameter.path("name").asString();
      var value = URLEncoder.encode(value(call, parameter), StandardCharsets.UTF_8);
      if (parameter.path("in").asString().equals("path")) {
        path = path.replace("{" + name + "}", value.replace("+", "%20"));
      } else if (parameter.path("required").asBoolean()) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
      }
    }
    return path + query;
  }

  /** Of what there is, or else the document's example. */
  private static String value(Call call, JsonNode parameter) {
    var name = parameter.path("name").asString();
    var folder = call.path().replaceFirst("/\\{.*", "/");
    var example = parameter.has("example") ? parameter.path("example").asString() : "";
    return VALUES.getOrDefault(folder + name, VALUES.getOrDefault(name, example));
  }
}
