package io.sensorium.api.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sensorium.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AnswersTest {

  private final CountDownLatch more = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch polled = new CountDownLatch(1);

  private final TestServer server =
      TestServer.of(
          HttpConfig.onLoopback(0).withIdleTimeout(Duration.ofMillis(300)),
          routes -> {
            routes
                .get("/hello", request -> Response.json(json -> json.value("hello")))
                .get("/own", request -> Response.empty().with("Cache-Control", "max-age=60"))
                .get("/broken", request -> explode())
                .get(
                    "/busy",
                    request -> {
                      throw new StoreException("busy", true, new IOException("locked"));
                    })
                .get(
                    "/secret",
                    request -> {
                      throw ApiError.unauthorized();
                    })
                .get("/stream", request -> Response.eventStream(this::twoEvents))
                .get("/poll", request -> waitTwiceTheIdleTimeout())
                .get("/forever", request -> waitForMore())
                .get("/v1/x", request -> explode())
                .errors("/v1/", error -> Response.json(error.status(), json -> json.value("mine")))
                .include(new Health(Map.of("store", () -> more.getCount() == 0)).routes());
          });

  @AfterEach
  void stop() {
    server.close();
  }

  private static Response explode() {
    throw new IllegalStateException("a defect");
  }

  private Response waitForMore() {
    polled.countDown();
    try {
      var _ = more.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Response.empty();
  }

  private void twoEvents(OutputStream out) throws IOException {
    out.write("data: 1\n\n".getBytes(UTF_8));
    out.flush();
    try {
      assertThat(more.await(20, TimeUnit.SECONDS)).isTrue();
      out.write("data: 2\n\n".getBytes(UTF_8));
      out.flush();
      assertThat(new CountDownLatch(1).await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      ended.countDown();
    }
  }

  private Response waitTwiceTheIdleTimeout() {
    polled.countDown();
    try {
      boolean early = new CountDownLatch(1).await(600, TimeUnit.MILLISECONDS);
      return Response.json(json -> json.value(early));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAnswerIsNotStoredNorSniffedUnlessItSaysSo() {
    var answer = server.get("/hello");

    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(server.get("/own").headers().firstValue("Cache-Control")).hasValue("max-age=60");
  }

  @Test
  void whatIsKnownIsNotSentAgain() {
    var answer = server.get("/hello");
    var tag = answer.headers().firstValue("ETag").orElseThrow();

    var again = server.send(server.to("/hello").header("If-None-Match", "\"other\", " + tag));
    var changed = server.send(server.to("/hello").header("If-None-Match", "\"other\""));

    assertThat(tag).startsWith("W/\"");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).hasValue(tag);
    assertThat(again.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(again.headers().firstValue("Content-Type")).isEmpty();
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void errorsHaveNoTag() {
    var request = server.to("/secret").header("If-None-Match", "*");

    assertThat(server.send(request).statusCode()).isEqualTo(401);
    assertThat(server.get("/secret").headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() {
    var answer = server.send(server.to("/hello").method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).hasValue("7");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theRefOfADefectIsInTheLogWithItsStackTrace() {
    var lines = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger(Dispatcher.class);
    lines.start();
    logger.addAppender(lines);

    var answer = server.get("/broken");
    logger.detachAppender(lines);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("a defect");
    var ref = answer.body().replaceAll(".*\"ref\":\"([^\"]*)\".*", "$1");
    assertThat(lines.list)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getFormattedMessage()).contains(ref);
              assertThat(line.getThrowableProxy().getMessage()).isEqualTo("a defect");
            });
  }

  @Test
  void aBusyStoreIsWorthARetry() {
    var answer = server.get("/busy");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void aMissingCredentialIsAskedFor() {
    assertThat(server.get("/secret").headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  @Test
  void errorsBelowAPrefixMayLookDifferent() {
    assertThat(server.get("/v1/x").body()).isEqualTo("\"mine\"");
    assertThat(server.get("/v1/unknown").body()).isEqualTo("\"mine\"");
    assertThat(server.get("/v2/unknown").body()).contains("errorCode");
  }

  @Test
  void whatIsNotHttpIsAnErrorOfTheSameShape() {
    var answer = server.raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"errorCode\":\"BAD_REQUEST\"");
  }

  @Test
  void eventsArriveAsTheyHappenAndAStopEndsThem() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer = TestServer.send(client, server.to("/stream"), BodyHandlers.ofInputStream());
      var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));

      assertThat(lines.readLine()).isEqualTo("data: 1");
      more.countDown();
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEqualTo("data: 2");
      server.http.stop(Duration.ofSeconds(15));
      assertThat(ended.getCount()).isZero();
    }
  }

  @Test
  void aLongPollOutlivesTheIdleTimeout() {
    assertThat(server.get("/poll").body()).isEqualTo("false");
  }

  @Test
  void aStopWaitsForTheRequestThatRuns() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var running = client.sendAsync(server.to("/poll").build(), BodyHandlers.ofString());
      assertThat(polled.await(20, TimeUnit.SECONDS)).isTrue();

      server.http.stop(Duration.ofSeconds(15));

      assertThat(running.get(20, TimeUnit.SECONDS).body()).isEqualTo("false");
    }
  }

  @Test
  void aStopCutsOffTheRequestThatRunsForTooLong() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var running = client.sendAsync(server.to("/forever").build(), BodyHandlers.ofString());
      assertThat(polled.await(20, TimeUnit.SECONDS)).isTrue();

      server.http.stop(Duration.ofMillis(100));

      assertThat(running)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableThat()
          .withCauseInstanceOf(IOException.class);
      more.countDown();
    }
  }

  @Test
  void healthTellsAliveFromReady() {
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(server.get("/health/ready").body())
        .isEqualTo("{\"status\":\"down\",\"parts\":{\"store\":false}}");

    more.countDown();

    assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
  }
}
