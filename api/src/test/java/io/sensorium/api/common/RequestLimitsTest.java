package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.network.AddressRange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {

  private static final HttpConfig.Limits ONE_AT_A_TIME =
      new HttpConfig.Limits(Duration.ofSeconds(60), Duration.ofSeconds(10), 100, 100, 1);

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final TestServer server =
      TestServer.of(
          HttpConfig.onLoopback(0)
              .withLimits(ONE_AT_A_TIME)
              .withTrustedProxies(List.of(AddressRange.parse("127.0.0.0/8"))),
          routes ->
              routes
                  .get("/wait", request -> whenReleased())
                  .get(
                      "/who",
                      request ->
                          Response.json(
                              json ->
                                  json.value(
                                      request.peer().getHostAddress()
                                          + (request.secure() ? " secure" : "")))));

  @AfterEach
  void stop() {
    server.close();
  }

  private Response whenReleased() throws IOException {
    arrived.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
    return Response.empty();
  }

  @Test
  void moreRequestsAtATimeAreToldToComeBack() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var first = client.sendAsync(server.to("/wait").build(), BodyHandlers.ofString());
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

      var second = server.get("/who");

      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.body()).contains("UNAVAILABLE");
      assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
      released.countDown();
      assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(askUntilAnswered("/who")).isEqualTo("\"127.0.0.1\"");
    }
  }

  /** The count goes down when the answer is sent, which its client may see a moment before. */
  private String askUntilAnswered(String target) {
    for (int i = 0; i < 1_000; i++) {
      var answer = server.get(target);
      if (answer.statusCode() == 200) {
        return answer.body();
      }
    }
    throw new AssertionError("the server does not get free");
  }

  @Test
  void moreConnectionsWaitUntilOneIsClosed() throws Exception {
    var limits = new HttpConfig.Limits(Duration.ofSeconds(60), Duration.ofSeconds(10), 100, 1, 100);
    try (var narrow =
            TestServer.of(
                HttpConfig.onLoopback(0).withLimits(limits),
                routes -> routes.get("/a", request -> Response.json(json -> json.value("a"))));
        var first = new KeptConnection(SocketFactory.getDefault(), narrow.http.port());
        var second = new KeptConnection(SocketFactory.getDefault(), narrow.http.port())) {
      assertThat(first.get("/a")).isEqualTo("\"a\"");
      second.waitForAnswers(Duration.ofMillis(300));
      assertThatThrownBy(() -> second.get("/a")).isInstanceOf(SocketTimeoutException.class);

      first.hangUp();

      second.waitForAnswers(Duration.ofSeconds(20));
      assertThat(second.read()).isEqualTo("\"a\"");
    }
  }

  @Test
  void moreThanAHundredHeadersAreRefused() {
    var many = server.to("/who");
    for (int i = 0; i < 101; i++) {
      many.header("X-" + i, "a");
    }

    var answer = server.send(many);

    assertThat(answer.statusCode()).isEqualTo(431);
    assertThat(answer.body()).contains("HEADERS_TOO_LARGE");
  }

  @Test
  void moreThanAThousandParametersAreRefused() {
    assertThat(server.get("/who?" + "a&".repeat(1_000)).statusCode()).isEqualTo(200);
    assertThat(askUntilRefused("/who?" + "a&".repeat(1_001))).contains("INVALID_PARAMETER");
  }

  private String askUntilRefused(String target) {
    for (int i = 0; i < 1_000; i++) {
      var answer = server.get(target);
      if (answer.statusCode() == 400) {
        return answer.body();
      }
      assertThat(answer.statusCode()).isEqualTo(503);
    }
    throw new AssertionError("the server does not get free");
  }

  private String who(String forwardedFor, String proto) {
    return server
        .send(
            server
                .to("/who")
                .header("X-Forwarded-For", forwardedFor)
                .header("X-Forwarded-Proto", proto))
        .body();
  }

  @Test
  void aTrustedProxyTellsWhoCallsAndWhetherByTls() {
    assertThat(who("203.0.113.7", "https")).isEqualTo("\"203.0.113.7 secure\"");
  }

  @Test
  void whatComesFromBeyondTheProxyIsNotBelieved() {
    assertThat(who("198.51.100.1, 203.0.113.7, 127.0.0.2", "https, http"))
        .isEqualTo("\"203.0.113.7\"");
  }

  @Test
  void aProxyThatNamesNobodyIsTheCallerItself() {
    assertThat(who("unknown", "http")).isEqualTo("\"127.0.0.1\"");
  }

  @Test
  void whoIsNoTrustedProxyIsNotBelieved() {
    try (var direct =
        TestServer.of(
            routes ->
                routes.get(
                    "/who",
                    request ->
                        Response.json(
                            json ->
                                json.value(request.peer().getHostAddress() + request.secure()))))) {
      var request =
          direct
              .to("/who")
              .header("X-Forwarded-For", "203.0.113.7")
              .header("X-Forwarded-Proto", "https");

      assertThat(direct.send(request).body()).isEqualTo("\"127.0.0.1false\"");
    }
  }
}
