package io.sensorium.api.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  private static final int WAITING = 250; // more than Jetty has threads

  private static final String WAIT =
      "GET /wait HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

  private final AtomicInteger arrived = new AtomicInteger();
  private final CountDownLatch waited = new CountDownLatch(1);
  private final TestServer server =
      TestServer.of(
          routes ->
              routes
                  .get("/v2/users/me", request -> Response.json(json -> json.value("me")))
                  .get("/v2/users/{user_id}", request -> echo(request.pathParameter("user_id")))
                  .get(
                      "/v2/users/{user_id}/events/{start}",
                      request -> echo(request.pathParameter("start")))
                  .delete("/v2/users/{user_id}", request -> Response.empty())
                  .get("/wait", request -> whenWaited())
                  .post("/echo", request -> echo(new String(request.bodyBytes(), UTF_8)))
                  .get("/query", request -> echo(String.join("|", request.query().list("q")))));

  @AfterEach
  void stop() {
    server.close();
  }

  private Response whenWaited() throws IOException {
    arrived.incrementAndGet();
    try {
      waited.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
    return echo("waited");
  }

  private static Response echo(String text) {
    return Response.json(json -> json.value(text));
  }

  @Test
  void aLiteralSegmentGoesBeforeAParameter() {
    assertThat(server.get("/v2/users/me").body()).isEqualTo("\"me\"");
    assertThat(server.get("/v2/users/you").body()).isEqualTo("\"you\"");
  }

  @Test
  void aTimestampInThePathIsDecodedOnceAndItsPlusStaysAPlus() {
    var encoded = server.get("/v2/users/1/events/2019-03-21T20%3A08%3A00.000%2B01%3A00");
    var literal = server.get("/v2/users/1/events/2019-03-21T20:08:00.000+01:00");

    assertThat(encoded.body()).isEqualTo("\"2019-03-21T20:08:00.000+01:00\"");
    assertThat(literal.body()).isEqualTo("\"2019-03-21T20:08:00.000+01:00\"");
    assertThat(server.get("/v2/users/%2541").body()).isEqualTo("\"%41\"");
  }

  @Test
  void aQueryHasManyValuesAndItsPlusIsASpace() {
    assertThat(server.get("/query?q=a+b&x=1&q=c%2Bd").body()).isEqualTo("\"a b|c+d\"");
  }

  @Test
  void anUnknownPathIsNotFoundInTheShapeOfAllErrors() {
    var answer = server.get("/v2/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body())
        .matches(
            "\\{\"message\":\"[^\"]+\",\"errorCode\":\"NOT_FOUND\",\"ref\":"
                + "\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"}");
  }

  @Test
  void anotherMethodIsRefusedWithThoseThatWork() {
    var answer = server.send(server.to("/v2/users/1").PUT(BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS");
  }

  @Test
  void aPostedBodyReachesTheHandler() {
    assertThat(server.post("/echo", "application/json", "{}").body()).isEqualTo("\"{}\"");
  }

  @Test
  void requestsThatWaitLeaveRoomForOthers() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = new ArrayList<Future<String>>();
      for (int i = 0; i < WAITING; i++) {
        waiting.add(executor.submit(() -> server.raw(WAIT)));
      }
      while (waited.getCount() > 0) {
        assertThat(server.get("/v2/users/me").body()).isEqualTo("\"me\"");
        if (arrived.get() == WAITING) {
          waited.countDown();
        }
      }
      for (var answer : waiting) {
        assertThat(answer.get()).endsWith("\"waited\"");
      }
    }
  }
}
