package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/protocols/http.md says, of the server as it is wired and configured. */
class HttpMannersTest {

  private static final String ORIGIN = "https://maps.example";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path directory;
  private static SensoriumServer server;
  private static TestClient client;
  private static URI url;

  @BeforeAll
  static void start() {
    var settings =
        Map.of(
            "http.port", "0",
            "tls.port", "-1",
            "http.allowedOrigins", ORIGIN,
            "mail.host", "127.0.0.1",
            "http.trustedProxies", "127.0.0.0/8",
            "limits.requestsPerMinute", "50",
            "limits.requestsPerMinuteOfUser", "60");
    server = SensoriumServer.start(ConfigReader.read(settings), directory);
    url = URI.create(server.urls().getFirst());
    client = new TestClient(url, directory);
  }

  @AfterAll
  static void stop() {
    server.close();
    HTTP.close();
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url + path)).headers(headers));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void thePageRunsItsOwnScriptAndStyleAloneAndLoadsNothingFromElsewhere() throws Exception {
    var page = get("/docs", "Accept", "text/html");

    var style = page.body().replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
    var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
    assertThat(header(page, "Content-Security-Policy").split("; "))
        .containsExactlyInAnyOrder(
            "default-src 'none'",
            "script-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    assertThat(page.body()).doesNotContain("http://", "https://", "src=\"//", "style=\"");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    assertThat(get("/docs", "If-None-Match", header(page, "ETag")).statusCode()).isEqualTo(304);
  }

  @Test
  void whatAPhoneReadsIsNotSentAgainToWhoHasIt() throws Exception {
    var token = "Bearer " + client.newPhone().token();

    var profile = get("/v2/users/me", "Authorization", token);
    var again =
        get("/v2/users/me", "Authorization", token, "If-None-Match", header(profile, "ETag"));

    assertThat(profile.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aTagIsTheSamePackedOrNot() throws Exception {
    var packed = get("/openapi.json", "Accept-Encoding", "gzip");

    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding", "Origin");
    assertThat(header(packed, "ETag"))
        .startsWith("W/")
        .isEqualTo(header(get("/openapi.json", "Accept", "*/*"), "ETag"));
  }

  @Test
  void aTagTellsNothingToWhoMayNotRead() throws Exception {
    var answer = get("/v2/users/me", "If-None-Match", "*");

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void everyAddressAnswersThePreflightOfAnAllowedOrigin() throws Exception {
    var wrong = new ArrayList<String>();
    var paths = json(client.get("/openapi.json", null)).path("paths");
    for (var path : paths.propertyNames()) {
      var target = path.replaceAll("\\{[^}]*}", "1");
      var method = paths.path(path).propertyNames().iterator().next().toUpperCase(Locale.ROOT);
      var answer =
          send(
              HttpRequest.newBuilder(URI.create(url + target))
                  .header("Origin", ORIGIN)
                  .header("Access-Control-Request-Method", method)
                  .header("X-Forwarded-Proto", "https")
                  .method("OPTIONS", BodyPublishers.noBody()));
      if (answer.statusCode() != 204
          || !header(answer, "Access-Control-Allow-Origin").equals(ORIGIN)
          || !header(answer, "Access-Control-Allow-Methods").contains(method)
          || !header(answer, "Vary").contains("Origin")) {
        wrong.add(method + " " + path + " " + answer.statusCode() + " " + answer.headers().map());
      }
    }

    assertThat(paths.size()).isGreaterThan(50);
    assertThat(wrong).isEmpty();
  }

  @Test
  void aProxyThatIsTrustedEndsTls() throws Exception {
    assertThat(get("/v1/users", "X-Forwarded-For", "203.0.113.1").statusCode()).isEqualTo(403);
    assertThat(
            get("/v1/users", "X-Forwarded-For", "203.0.113.1", "X-Forwarded-Proto", "https")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void theOperatorsAddressesAreNotAnsweredThroughAProxy() throws Exception {
    var token = "Bearer " + client.adminToken();

    for (var from : List.of("203.0.113.1", "127.0.0.1")) {
      assertThat(
              get("/admin/v1/status", "Authorization", token, "X-Forwarded-For", from).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void theConfiguredLimitsAreToldAndHold() throws Exception {
    var app = client.newApp();
    var first = client.newApiKey(app, "\"user.read\"");
    var second = client.newApiKey(app, "\"user.read\"");

    assertThat(header(get("/v2/users/x", bearer(first)), "RateLimit-Limit")).isEqualTo("50");
    int answered = 1;
    while (get("/v2/users/x", bearer(second)).statusCode() != 429) {
      answered++;
    }
    var refused = get("/v2/users/x", bearer(second));

    assertThat(answered).isBetween(49, 60); // the buckets refill while they are emptied
    assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 2);
    assertThat(Integer.parseInt(header(refused, "RateLimit-Reset"))).isBetween(30, 60);
  }

  private static String[] bearer(String key) {
    return new String[] {"Authorization", "Bearer " + key};
  }
}
