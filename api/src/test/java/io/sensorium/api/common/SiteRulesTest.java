package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteRulesTest {

  private final TestServer server =
      TestServer.of(
          HttpConfig.onLoopback(0)
              .withAllowedHosts(Set.of("sensorium.example"))
              .withCorsOrigins(Set.of("https://maps.example")),
          routes ->
              routes
                  .get("/a", request -> Response.empty())
                  .include(
                      Routes.builder()
                          .get("/admin", request -> Response.empty())
                          .build()
                          .onlyFrom(Request::isFromLoopback)));

  @AfterEach
  void stop() {
    server.close();
  }

  private String askHost(String host) {
    return server.raw("GET /a HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  void aNameThatOnlyPointsHereIsRefused() {
    assertThat(askHost("rebound.example:8080")).startsWith("HTTP/1.1 403").contains("FORBIDDEN");
  }

  @Test
  void loopbackNamesAddressesAndConfiguredNamesAreAnswered() {
    assertThat(askHost("localhost:1")).startsWith("HTTP/1.1 200");
    assertThat(askHost("[::1]:8080")).startsWith("HTTP/1.1 200");
    assertThat(askHost("192.168.1.5")).startsWith("HTTP/1.1 200");
    assertThat(askHost("Sensorium.Example")).startsWith("HTTP/1.1 200");
  }

  @Test
  void aPageOfAnotherOriginIsRefused() {
    var foreign = server.send(server.to("/a").header("Origin", "https://evil.example"));
    var hidden = server.send(server.to("/a").header("Origin", "null"));

    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(hidden.statusCode()).isEqualTo(403);
  }

  @Test
  void ourOwnPagesMayCall() {
    var own = "http://127.0.0.1:" + server.http.port();

    assertThat(server.send(server.to("/a").header("Origin", own)).statusCode()).isEqualTo(200);
  }

  @Test
  void anAllowedOriginMayReadAnswersEvenErrors() {
    var found = server.send(server.to("/a").header("Origin", "https://maps.example"));
    var missing = server.send(server.to("/b").header("Origin", "https://maps.example"));

    assertThat(found.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://maps.example");
    assertThat(found.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("ETag", "RateLimit-Remaining");
    assertThat(found.headers().firstValue("Vary")).hasValue("Origin");
    assertThat(missing.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://maps.example");
  }

  @Test
  void aPreflightSaysWhatAnAllowedOriginMayDo() {
    var preflight =
        server
            .to("/a")
            .header("Origin", "https://maps.example")
            .header("Access-Control-Request-Method", "GET")
            .method("OPTIONS", BodyPublishers.noBody());

    var answer = server.send(preflight);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
        .hasValue("GET, HEAD, OPTIONS");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization", "If-None-Match");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.headers().firstValue("Vary")).hasValue("Origin");
  }

  @Test
  void anAdminPathIsAnsweredHereButNotThroughAProxy() {
    var proxied = server.to("/admin").header("X-Forwarded-For", "203.0.113.9");

    assertThat(server.get("/admin").statusCode()).isEqualTo(200);
    assertThat(server.send(proxied).statusCode()).isEqualTo(403);
    assertThat(server.send(server.to("/admin").header("X-Forwarded-Proto", "https")).statusCode())
        .isEqualTo(403);
  }
}
