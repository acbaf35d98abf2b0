package io.sensorium.api.common;

import static io.sensorium.api.common.Http2Frames.CONTINUATION;
import static io.sensorium.api.common.Http2Frames.DATA;
import static io.sensorium.api.common.Http2Frames.END_HEADERS;
import static io.sensorium.api.common.Http2Frames.END_STREAM;
import static io.sensorium.api.common.Http2Frames.HEADERS;
import static io.sensorium.api.common.Http2Frames.PING;
import static io.sensorium.api.common.Http2Frames.REFUSED_STREAM;
import static io.sensorium.api.common.Http2Frames.RST_STREAM;
import static io.sensorium.api.common.Http2Frames.SETTINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Http2LimitsTest {

  private static final int MAX_STREAMS = 128;
  private static final int FEW = 10;
  private static final int MANY = 2_000;

  private final CountDownLatch released = new CountDownLatch(1);
  private final TestServer server =
      TestServer.of(
          routes ->
              routes
                  .get("/a", request -> Response.json(json -> json.value("a")))
                  .get("/wait", request -> whenReleased()));

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
  }

  private Response whenReleased() throws IOException {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
    return Response.empty();
  }

  @Test
  void whoKnowsThatItIsSpokenNeedsNoUpgrade() throws IOException {
    try (var client = new Http2Frames(server.http.port())) {
      client.get(1, "/a");

      assertThat(client.await(DATA).payload().array()).isEqualTo("\"a\"".getBytes(UTF_8));
    }
  }

  @Test
  void moreStreamsThanAnnouncedAreRefused() throws IOException {
    try (var client = new Http2Frames(server.http.port())) {
      assertThat(maxStreams(client.await(SETTINGS))).isEqualTo(MAX_STREAMS);
      for (int i = 0; i <= MAX_STREAMS; i++) {
        client.get(2 * i + 1, "/wait");
      }

      var refused = client.await(RST_STREAM);

      assertThat(refused.stream()).isEqualTo(2 * MAX_STREAMS + 1);
      assertThat(refused.errorCode()).isEqualTo(REFUSED_STREAM);
    }
  }

  /** The setting with the number 3. */
  private static int maxStreams(Http2Frames.Frame settings) {
    var payload = settings.payload();
    while (payload.hasRemaining()) {
      int id = payload.getShort();
      int value = payload.getInt();
      if (id == 3) {
        return value;
      }
    }
    return -1;
  }

  @Test
  void streamsThatAreResetOneAfterTheOtherEndTheConnection() throws IOException {
    assertEnded(
        (client, i) -> {
          client.get(2 * i + 1, "/a");
          client.reset(2 * i + 1);
        });
  }

  @Test
  void pingsOneAfterTheOtherEndTheConnection() throws IOException {
    assertEnded((client, i) -> client.send(PING, 0, 0, new byte[8]));
  }

  @Test
  void settingsOneAfterTheOtherEndTheConnection() throws IOException {
    assertEnded((client, i) -> client.send(SETTINGS, 0, 0, new byte[0]));
  }

  @Test
  void emptyContinuationsOfAHeadEndTheConnection() throws IOException {
    try (var client = new Http2Frames(server.http.port())) {
      client.send(HEADERS, END_STREAM, 1, Http2Frames.headers("/a"));
      sendMany(client, MANY, (it, i) -> it.send(CONTINUATION, 0, 1, new byte[0]));

      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void aHeadThatIsTooLargeEndsTheConnection() throws IOException {
    try (var client = new Http2Frames(server.http.port())) {
      var fields = new ByteArrayOutputStream();
      fields.writeBytes(Http2Frames.headers("/a"));
      for (int i = 0; i < 120; i++) { // literal fields of a name of one letter: RFC 7541, 6.2.2
        fields.writeBytes(new byte[] {0, 1, 'x', 100});
        fields.writeBytes("y".repeat(100).getBytes(UTF_8));
      }
      client.send(HEADERS, END_STREAM | END_HEADERS, 1, fields.toByteArray());

      assertThat(client.isEnded()).isTrue();
    }
  }

  /** What a client does many times. */
  @FunctionalInterface
  private interface Act {
    void on(Http2Frames client, int i) throws IOException;
  }

  /** A few times it is answered as ever; many times, nobody is held up by it. */
  private void assertEnded(Act act) throws IOException {
    try (var client = new Http2Frames(server.http.port())) {
      sendMany(client, FEW, act);
      client.get(2 * FEW + 1, "/a");
      assertThat(client.await(DATA).payload().array()).isEqualTo("\"a\"".getBytes(UTF_8));

      sendMany(client, MANY, (it, i) -> act.on(it, FEW + 1 + i));

      assertThat(client.isEnded()).isTrue();
    }
    assertThat(server.get("/a").statusCode()).isEqualTo(200);
  }

  private static void sendMany(Http2Frames client, int count, Act act) {
    try {
      for (int i = 0; i < count; i++) {
        act.on(client, i);
      }
    } catch (SocketException e) {
      // it was ended before all was sent
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
