package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.TestClient.App;
import io.sensorium.server.TestClient.Phone;
import io.sensorium.server.config.ConfigReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Installs, external ids, codes, and what is switched off: each answer with its text. */
class LinkingContractTest {

  private static final String FIX =
      """
      {"fixes": [{"time": "2026-03-02T07:31:12.250Z", "lat": 51.05, "lon": 3.72, "accuracy": 5}]}
      """;
  private static final String UNKNOWN_ID = "0".repeat(24);

  @TempDir private static Path directory;
  private static SensoriumServer server;
  private static TestClient client;
  private static App app;
  private static String key;
  private static int externalIds;

  private final String x = "external " + externalIds++;

  @BeforeAll
  static void start() throws Exception {
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    client = new TestClient(URI.create(server.urls().getFirst()), directory);
    app = client.newApp();
    key = client.newApiKey(app, "\"user.link\"");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> link(String install, String externalId) throws Exception {
    return link(install, externalId, key);
  }

  private static HttpResponse<String> link(
      String install, String externalId, @Nullable String credential) throws Exception {
    var body = "{\"external_id\": \"" + externalId + "\"}";
    return client.post("/v2/users/" + install + "/link", credential, body);
  }

  private static Phone used(Phone phone) throws Exception {
    assertThat(upload(phone.token()).statusCode()).isEqualTo(200);
    return phone;
  }

  private static HttpResponse<String> upload(String token) throws Exception {
    return client.post("/device/v1/signals", token, FIX);
  }

  private static String newCode(String externalId) throws Exception {
    var body = "{\"external_id\": \"" + externalId + "\"}";
    return json(client.post("/users/auth-code", key, body)).path("authentication_code").asString();
  }

  private static HttpResponse<String> install(String code, String form) throws Exception {
    var body =
        "{\"authentication_code\": \"" + code + "\", \"device\": {\"form\": \"" + form + "\"}}";
    return client.post("/device/v1/installs", null, body);
  }

  private static void setInstall(String id, String state) throws Exception {
    var body = "{\"state\": \"" + state + "\"}";
    json(client.send("PATCH", "/admin/v1/installs/" + id, client.adminToken(), body));
  }

  private static void assertError(
      HttpResponse<String> answer, int status, String code, @Nullable String message) {
    var body = new JsonMapper().readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(body.path("errorCode").asString()).isEqualTo(code);
    assertThat(body.propertyNames()).containsExactlyInAnyOrder("message", "errorCode", "ref");
    if (message != null) {
      assertThat(body.path("message").asString()).isEqualTo(message);
    }
  }

  private static JsonNode me(String token) throws Exception {
    return json(client.get("/v2/users/me", token));
  }

  @Test
  void allInstallsOfAnExternalIdAreOnePerson() throws Exception {
    var first = used(client.newPhone(app));
    var second = client.newPhone(app);

    var answer = json(link(first.installId(), x));

    assertThat(answer.propertyNames()).containsExactly("id");
    assertThat(answer.path("id").asString()).isEqualTo(first.userId());
    assertThat(json(link(second.installId(), x))).isEqualTo(answer);
    assertThat(json(link(first.installId(), x))).isEqualTo(answer);
    assertThat(me(second.token()).path("id").asString()).isEqualTo(first.userId());
    assertError(upload(first.token()), 403, "INSTALL_DEACTIVATED", null);
    assertThat(upload(second.token()).statusCode()).isEqualTo(200);
    assertThat(me(first.token()).path("id").asString()).isEqualTo(first.userId());
  }

  @Test
  void whatAnInactiveInstallSendsIsStoredNowhere() throws Exception {
    var first = client.newPhone(app);
    link(first.installId(), x);
    link(client.newPhone(app).installId(), x);

    assertError(upload(first.token()), 403, "INSTALL_DEACTIVATED", null);
    assertError(
        client.post("/device/v1/import?format=gpx", first.token(), "<gpx/>"),
        403,
        "INSTALL_DEACTIVATED",
        null);

    assertThat(client.get("/v2/users/" + first.userId() + "/location", first.token()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void eachReasonNotToLinkHasItsOwnAnswer() throws Exception {
    var holder = client.newPhone(app);
    link(holder.installId(), x);
    var disabled = client.newPhone(app);
    setInstall(disabled.installId(), "disabled");
    var erased = client.newPhone(app);
    client.send("DELETE", "/users/" + erased.userId(), erased.token(), null);

    assertError(
        link(UNKNOWN_ID, x),
        404,
        "INSTALL_NOT_FOUND",
        "Install was not found by the install ID provided.");
    assertError(link("nonsense", x), 404, "INSTALL_NOT_FOUND", null);
    assertError(
        link(client.newPhone(client.newApp()).installId(), x),
        403,
        "INSTALL_DOES_NOT_BELONG_TO_APP",
        "Install does not belong to this application.");
    assertError(link(disabled.installId(), x), 403, "INSTALL_DISABLED", "Install is disabled.");
    assertError(link(erased.installId(), x), 403, "INSTALL_DELETED", "Install is deleted.");
    assertError(
        link(used(client.newPhone(app)).installId(), x),
        403,
        "CANNOT_LINK_EXISTING_PERSON_TO_OTHER_PERSON",
        "This install is already in use, linking to another install is not possible.");
    assertError(
        link(holder.installId(), "other " + x),
        403,
        "INSTALL_LINKED_TO_OTHER_USER",
        "Install linked to another user.");
  }

  @Test
  void onlyAKeyWithTheScopeLinksAndOnlyWhatIsNamed() throws Exception {
    var phone = client.newPhone(app);
    var reader = client.newApiKey(app, "\"user.read\"");
    for (var path : new String[] {"/v2/users/" + phone.installId() + "/link", "/users/auth-code"}) {
      var body = "{\"external_id\": \"" + x + "\"}";
      assertError(client.post(path, null, body), 401, "UNAUTHORIZED", null);
      assertError(client.post(path, phone.token(), body), 403, "FORBIDDEN", null);
      assertError(client.post(path, client.adminToken(), body), 403, "FORBIDDEN", null);
      assertError(client.post(path, reader, body), 403, "SCOPE_MISSING", null);
      for (var bad :
          new String[] {
            "",
            "{}",
            "{\"external_id\": 7}",
            "{\"external_id\": \"\"}",
            "[]",
            "{\"external_id\": \"" + "x".repeat(257) + "\"}"
          }) {
        assertError(client.post(path, key, bad), 400, "INVALID_PARAMETER", null);
      }
      var more = "{\"other\": {}, \"external_id\": \"" + x + "\"}";
      assertThat(client.post(path, key, more).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCodeMakesOneInstallAndRestoresItsPerson() throws Exception {
    var answer = json(client.post("/users/auth-code", key, "{\"external_id\": \"" + x + "\"}"));
    assertThat(answer.propertyNames())
        .containsExactlyInAnyOrder("authentication_code", "expires_at");
    assertThat(answer.path("authentication_code").asString()).matches("[0-9a-f]{128}");
    assertThat(answer.path("expires_at").asString()).matches(".*\\.\\d{3}Z");

    var code = answer.path("authentication_code").asString();
    var first = json(install(code, "phone"));
    assertError(install(code, "phone"), 401, "UNAUTHORIZED", null);
    assertThat(upload(first.path("token").asString()).statusCode()).isEqualTo(200);

    var tablet = json(install(newCode(x), "tablet"));
    assertThat(tablet.path("user_id")).isEqualTo(first.path("user_id"));
    assertError(upload(tablet.path("token").asString()), 403, "INSTALL_DEACTIVATED", null);

    var phone = json(install(newCode(x), "phone"));
    assertThat(phone.path("user_id")).isEqualTo(first.path("user_id"));
    assertThat(upload(phone.path("token").asString()).statusCode()).isEqualTo(200);
    assertError(upload(first.path("token").asString()), 403, "INSTALL_DEACTIVATED", null);
    assertThat(json(link(phone.path("install_id").asString(), x)).path("id"))
        .isEqualTo(first.path("user_id"));
  }

  @Test
  void anInstallThatIsThereMigratesByACode() throws Exception {
    var first = json(install(newCode(x), "phone"));
    var unused = client.newPhone(app);
    var path = "/device/v1/installs/" + unused.installId() + "/authentication-code";
    var body = "{\"authentication_code\": \"" + newCode(x) + "\"}";

    var migrated = json(client.post(path, unused.token(), body));

    assertThat(migrated.path("user_id")).isEqualTo(first.path("user_id"));
    assertThat(migrated.propertyNames())
        .containsExactlyInAnyOrder("user_id", "token", "expires_at");
    assertThat(upload(migrated.path("token").asString()).statusCode()).isEqualTo(200);
    assertError(client.post(path, unused.token(), body), 403, "FORBIDDEN", null);
    assertError(client.post(path, null, body), 401, "UNAUTHORIZED", null);
    assertError(client.post(path, first.path("token").asString(), body), 403, "FORBIDDEN", null);

    var other = used(client.newPhone(app));
    assertError(
        client.post(
            "/device/v1/installs/" + other.installId() + "/authentication-code",
            other.token(),
            "{\"authentication_code\": \"" + newCode(x) + "\"}"),
        403,
        "CANNOT_LINK_EXISTING_PERSON_TO_OTHER_PERSON",
        null);
  }

  @Test
  void whoIsSwitchedOffIsToldSoUntilSwitchedOnAgain() throws Exception {
    var phone = client.newPhone(app);
    var user = "/admin/v1/users/" + phone.userId();
    setInstall(phone.installId(), "disabled");
    assertDisabled(phone);
    setInstall(phone.installId(), "active");
    assertThat(upload(phone.token()).statusCode()).isEqualTo(200);

    json(client.send("PATCH", user, client.adminToken(), "{\"can_login\": false}"));
    assertDisabled(phone);
    assertError(link(phone.installId(), x), 403, "INSTALL_DISABLED", "Install is disabled.");
    json(client.send("PATCH", user, client.adminToken(), "{\"can_login\": true}"));
    assertThat(upload(phone.token()).statusCode()).isEqualTo(200);
  }

  private static void assertDisabled(Phone phone) throws Exception {
    var refresh =
        "{\"install_id\": \"%s\", \"refresh_secret\": \"%s\"}"
            .formatted(phone.installId(), phone.refreshSecret());
    assertError(upload(phone.token()), 403, "INSTALL_DISABLED", "Install is disabled.");
    assertError(client.get("/v2/users/me", phone.token()), 403, "INSTALL_DISABLED", null);
    assertError(client.post("/device/v1/token", null, refresh), 403, "INSTALL_DISABLED", null);
  }

  @Test
  void anApplicationIsSwitchedOffWithAllThatBelongsToIt() throws Exception {
    var other = client.newApp();
    var linker = client.newApiKey(other, "\"user.link\"");
    var phone = client.newPhone(other);
    var path = "/admin/v1/applications/" + other.id();
    json(client.send("PATCH", path, client.adminToken(), "{\"user_linking\": false}"));
    assertError(link(phone.installId(), x, linker), 403, "USERLINKING_NOT_CONFIGURED", null);
    json(client.send("PATCH", path, client.adminToken(), "{\"is_deactivated\": true}"));

    assertDisabled(phone);
    assertError(link(phone.installId(), x, linker), 403, "FORBIDDEN", null);
    var body =
        "{\"application_id\": \"%s\", \"application_secret\": \"%s\"}"
            .formatted(other.id(), other.secret());
    assertError(client.post("/device/v1/installs", null, body), 403, "FORBIDDEN", null);
    assertError(client.send("DELETE", path, client.adminToken(), null), 409, "CONFLICT", null);
    client.send("DELETE", "/users/" + phone.userId(), client.adminToken(), null);
    assertThat(client.send("DELETE", path, client.adminToken(), null).statusCode()).isEqualTo(200);
    assertError(client.get("/v2/users/" + UNKNOWN_ID, linker), 401, "UNAUTHORIZED", null);
  }

  @Test
  void anApplicationHasAtMostTenActiveKeysAndARevokedOneHoldsNoMore() throws Exception {
    var other = client.newApp();
    var path = "/admin/v1/applications/" + other.id() + "/api-keys";
    var body = "{\"name\": \"k\", \"scopes\": [\"user.read\"]}";
    var first = json(client.post(path, client.adminToken(), body));
    for (int i = 1; i < 10; i++) {
      json(client.post(path, client.adminToken(), body));
    }

    assertError(client.post(path, client.adminToken(), body), 400, "INVALID_PARAMETER", null);
    var revoke = path + "/" + first.path("id").asString();
    assertThat(client.send("DELETE", revoke, client.adminToken(), null).statusCode())
        .isEqualTo(200);
    assertThat(client.post(path, client.adminToken(), body).statusCode()).isEqualTo(200);
    assertError(
        client.get("/v2/users/" + UNKNOWN_ID, first.path("api_key").asString()),
        401,
        "UNAUTHORIZED",
        null);
    assertThat(client.get(path, client.adminToken()).body())
        .doesNotContain(first.path("api_key").asString());
  }
}
