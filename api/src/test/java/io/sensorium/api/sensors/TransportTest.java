package io.sensorium.api.sensors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.api.sensors.json.DateStyle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all methods have in common: TLS, credentials, the envelope, caching and packing. */
class TransportTest {

  /** The methods of the published API, and one of ours. */
  static final List<String> METHODS =
      List.of(
          "GET /v1/users",
          "GET /v1/gateways",
          "GET /v1/measurements?data_sources=1&type=latest",
          "GET /v1/alarms",
          "GET /v1/alarms/history",
          "GET /v1/callbacks",
          "GET /v1/workflows/1",
          "POST /v1/users",
          "POST /v1/gateways",
          "POST /v1/gateways/1",
          "POST /v1/gateways/1/commands",
          "POST /v1/sensors/1",
          "POST /v1/alarms",
          "POST /v1/callbacks",
          "DELETE /v1/alarms",
          "DELETE /v1/alarms/1",
          "DELETE /v1/callbacks",
          "DELETE /v1/callbacks/1",
          "POST /v1/measurements/corrections");

  @TempDir private static Path folder;
  private static SensorServer server;
  private static SensorClient anna;

  @BeforeAll
  static void start() {
    server = SensorServer.start(folder);
    server.newUser("anna@example.com");
    anna = server.client("anna@example.com");
  }

  @AfterAll
  static void stop() {
    anna.close();
    server.close();
  }

  private static HttpRequest.Builder with(String call, HttpRequest.Builder request) {
    return request.method(call.substring(0, call.indexOf(' ')), BodyPublishers.noBody());
  }

  private static String target(String call) {
    return call.substring(call.indexOf(' ') + 1);
  }

  private static HttpResponse<String> plain(SensorServer at, String call, String... headers)
      throws IOException, InterruptedException {
    var url = URI.create("http://127.0.0.1:" + at.http.port() + target(call));
    var request = with(call, HttpRequest.newBuilder(url)).headers(headers);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @FieldSource("METHODS")
  void withoutTlsNothingIsAnsweredAlsoWithTheRightPassword(String call) throws Exception {
    var credentials =
        Base64.getEncoder().encodeToString("anna@example.com:12345678".getBytes(UTF_8));

    var answer = plain(server, call, "Authorization", "Basic " + credentials);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .startsWith("{\"code\":403,\"max_age\":0,\"time\":0.")
        .contains("\"error\":{\"type\":\"forbidden\",\"parameter\":null,\"message\":");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValue("max-age=0, private, no-store");
  }

  @Test
  void withoutTlsAnUnknownPathIsRefusedToo() throws Exception {
    assertThat(plain(server, "GET /v1/unknown", "Accept", "*/*").statusCode()).isEqualTo(403);
    assertThat(plain(server, "PUT /v1/users", "Accept", "*/*").statusCode()).isEqualTo(403);
  }

  @Test
  void behindAProxyThatEndsTlsItIsAnsweredPlain(@TempDir Path other) throws Exception {
    try (var behind = SensorServer.start(other, new SensorRules(DateStyle.STRICT, true, 1_000))) {
      behind.newUser("anna@example.com");
      var credentials =
          Base64.getEncoder().encodeToString("anna@example.com:12345678".getBytes(UTF_8));

      var answer = plain(behind, "GET /v1/users", "Authorization", "Basic " + credentials);

      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @FieldSource("METHODS")
  void noOrWrongCredentialsAreAskedForAlike(String call) {
    var none = anna.send(with(call, anna.anonymous(target(call))));
    var bearer =
        anna.send(with(call, anna.anonymous(target(call))).header("Authorization", "Bearer x"));
    try (var wrong = server.client("anna@example.com", "wrong password");
        var unknown = server.client("nobody@example.com")) {
      var wrongAnswer = wrong.send(with(call, wrong.to(target(call))));
      var unknownAnswer = unknown.send(with(call, unknown.to(target(call))));

      for (var answer : List.of(none, bearer, wrongAnswer, unknownAnswer)) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(answer.json().path("code").asInt()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("401 unauthorized/");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=0, private, no-store");
        assertThat(answer.text().replaceAll("\"time\":[0-9.]+", ""))
            .isEqualTo(none.text().replaceAll("\"time\":[0-9.]+", ""));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic !",
        "Basic YW5uYQ==",
        "Basic OnB3",
        "basic",
        "Basic AGE6Yg==",
        "Basic /zph"
      })
  void credentialsThatCannotBeReadAreNone(String header) {
    var answer = anna.send(anna.anonymous("/v1/users").header("Authorization", header));

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void theEnvelopeSaysWhatTheHeadersSay() {
    anna.post("/v1/users/1", "lname=Other");
    var first = anna.get("/v1/users");
    server.clock.move(Duration.ofHours(1));

    var answer = anna.get("/v1/users");

    assertThat(first.header("Cache-Control")).isEqualTo("max-age=5, private");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .matches("\\{\"code\":200,\"max_age\":900,\"time\":\\d\\.\\d{3},\"user\":.*");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=900, private");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("ETag")).matches("W/\"[A-Za-z0-9_-]{16}\"");
    assertThat(answer.http().headers().allValues("Vary"))
        .containsExactly("Authorization, Accept-Encoding");
  }

  @Test
  void whoHasTheAnswerIsToldSo() {
    var tag = anna.get("/v1/users").header("ETag");
    server.clock.move(Duration.ofHours(1)); // another max_age is no other content

    var known = anna.send(anna.to("/v1/users").header("If-None-Match", "\"x\", " + tag));
    var other = anna.send(anna.to("/v1/gateways").header("If-None-Match", tag));

    assertThat(known.status()).isEqualTo(304);
    assertThat(known.text()).isEmpty();
    assertThat(known.header("ETag")).isEqualTo(tag);
    assertThat(known.header("Cache-Control")).startsWith("max-age=");
    assertThat(other.status()).isEqualTo(200);
  }

  @Test
  void aChangeIsAnotherTag() {
    var before = anna.get("/v1/users").header("ETag");
    anna.post("/v1/users/1", "fname=Hanna");

    assertThat(anna.get("/v1/users").header("ETag")).isNotEqualTo(before);
  }

  @Test
  void everyAnswerIsPackedForThoseWhoAccept() throws IOException {
    for (var target : List.of("/v1/users", "/v1/unknown", "/v1/alarms")) {
      var packed = anna.send(anna.to(target).header("Accept-Encoding", "gzip"));
      var plain = anna.get(target);

      assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
      try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.http().body()))) {
        assertThat(new String(unpacked.readAllBytes(), UTF_8).replaceAll("\"time\":[0-9.]+", ""))
            .isEqualTo(plain.text().replaceAll("\"time\":[0-9.]+", ""));
      }
      assertThat(plain.header("Content-Encoding")).isNull();
    }
  }

  @Test
  void headHasTheHeadersOfGet() {
    var get = anna.get("/v1/users");

    var head = anna.send(anna.to("/v1/users").method("HEAD", BodyPublishers.noBody()));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
  }

  @Test
  void anotherMethodIsToldWhichThereAre() {
    var answer = anna.send(anna.to("/v1/alarms").PUT(BodyPublishers.noBody()));
    var history = anna.delete("/v1/alarms/history");

    assertThat(answer.error()).isEqualTo("405 method_not_allowed/");
    assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, POST");
    assertThat(history.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void aBodyOfAnotherTypeOrTooLargeIsRefused() {
    assertThat(anna.post("/v1/users", "text/plain", "email=x").status()).isEqualTo(415);
    assertThat(anna.post("/v1/users", "email=" + "x".repeat(300_000)).error())
        .isEqualTo("413 payload_too_large/");
    assertThat(anna.postJson("/v1/users", "{").error()).isEqualTo("400 invalid_parameter/");
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain(@TempDir Path other) {
    try (var strict = SensorServer.start(other, new SensorRules(DateStyle.BASIC, false, 3));
        var client = strict.client("anna@example.com")) {
      strict.newUser("anna@example.com");
      for (int i = 0; i < 3; i++) {
        assertThat(client.get("/v1/users").status()).isEqualTo(200);
      }

      var answer = client.get("/v1/users");

      assertThat(answer.error()).isEqualTo("429 rate_limited/");
      assertThat(answer.header("Retry-After")).isEqualTo("20");
      strict.clock.move(Duration.ofSeconds(20));
      assertThat(client.get("/v1/users").status()).isEqualTo(200);
    }
  }

  @Test
  void anUnknownPathIsAnErrorInTheEnvelope() {
    assertThat(anna.get("/v1/unknown").error()).isEqualTo("404 not_found/");
    assertThat(anna.get("/v1").error()).isEqualTo("404 not_found/");
  }
}
