package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody holds a connection by being slow. */
class SlowClientsTest {

  private static final String HEAD = "POST /size HTTP/1.1\r\nHost: localhost\r\n";

  /** An HTTP/2 client's beginning, its settings, and the head of a HEADERS frame of 2,000 bytes. */
  private static final String HTTP2_HEADERS_BEGUN =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0\4\0\0\0\0\0" + "\0\u0007\u00d0\1\5\0\0\0\1";

  /** The first bytes of a TLS handshake of 512 bytes. */
  private static final String HANDSHAKE_BEGUN = "\u0016\3\1\2\0\1\0\1\u00fc\3\3";

  @TempDir private Path folder;
  private TestServer server;
  private Path chain;
  private final CountDownLatch brokenOff = new CountDownLatch(1);

  @BeforeEach
  void start() throws Exception {
    chain = folder.resolve("chain.pem");
    var key = folder.resolve("key.pem");
    SelfSignedCertificate.write(chain, key, List.of("localhost", "127.0.0.1"), Instant.now());
    var tls =
        new HttpConfig.TlsListener(
            new HttpConfig.Listener("127.0.0.1", 0), new KeyFiles.Pem(chain, key));
    server = start(HttpConfig.onLoopback(0).withTls(tls).withLimits(limits(400, 100)));
  }

  private TestServer start(HttpConfig config) {
    return TestServer.of(
        config,
        routes ->
            routes
                .post("/size", request -> size(request.bodyBytes()))
                .get("/endless", request -> Response.stream("image/png", this::writeWithoutEnd)));
  }

  private static HttpConfig.Limits limits(long idleMillis, int minBytesPerSecond) {
    return new HttpConfig.Limits(
        Duration.ofMillis(idleMillis), Duration.ofMillis(300), minBytesPerSecond, 100, 100);
  }

  private static Response size(byte[] body) {
    return Response.json(json -> json.value((long) body.length));
  }

  private void writeWithoutEnd(OutputStream out) throws IOException {
    try {
      while (true) {
        out.write(new byte[65_536]);
      }
    } catch (IOException e) {
      brokenOff.countDown();
      throw e;
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private DrippingClient client() throws IOException {
    return new DrippingClient(SocketFactory.getDefault(), server.http.port());
  }

  private int tlsPort() {
    return server.http.tlsPort().orElseThrow();
  }

  @Test
  void aHeadThatDripsEndsTheConnection() throws IOException {
    try (var client = client()) {
      var end = client.drip("GET /a HTTP/1.1\r\nHost: localhost\r\nX: ", 'x');

      assertThat(end.answer()).doesNotContain("200");
      assertThat(end.drips()).isGreaterThan(2);
    }
  }

  @Test
  void aHeadThatDripsAfterAnAnswerEndsTheConnection() throws IOException {
    try (var client = client()) {
      var end = client.drip(HEAD + "Content-Length: 1\r\n\r\nx", 'G');

      assertThat(end.answer()).startsWith("HTTP/1.1 200");
      assertThat(end.drips()).isGreaterThan(2);
    }
  }

  @Test
  void aHeadThatDripsThroughTlsEndsTheConnection() throws Exception {
    var sockets = TlsTest.trusting(chain).getSocketFactory();
    try (var client = new DrippingClient(sockets, tlsPort())) {
      assertThat(client.drip("GET /a HTTP/1.1\r\nX: ", 'x').drips()).isGreaterThan(2);
    }
  }

  @Test
  void aHandshakeThatDripsEndsTheConnection() throws IOException {
    try (var client = new DrippingClient(SocketFactory.getDefault(), tlsPort())) {
      assertThat(client.drip(HANDSHAKE_BEGUN, '\0').drips()).isGreaterThan(2);
    }
  }

  @Test
  void headersThatDripThroughHttp2EndTheConnection() throws IOException {
    try (var client = client()) {
      assertThat(client.drip(HTTP2_HEADERS_BEGUN, '\u0082').drips()).isGreaterThan(2);
    }
  }

  @Test
  void aSmallBodyThatDripsIsGivenUp() throws IOException {
    try (var client = client()) {
      var end = client.drip(HEAD + "Content-Length: 10000\r\n\r\n", 'x');

      assertThat(end.answer()).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
      assertThat(end.drips()).isGreaterThan(2);
    }
  }

  @Test
  void aLargeBodyThatDripsIsGivenUp() throws IOException {
    try (var client = client()) {
      var end = client.drip(HEAD + "Content-Length: 1000000\r\n\r\n", 'x');

      assertThat(end.answer()).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
      assertThat(end.drips()).isGreaterThan(2);
    }
  }

  @Test
  void theRestOfARefusedBodyThatDripsIsNotWaitedFor() throws IOException {
    try (var client = client()) {
      var head = "POST /unknown HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n";

      assertThat(client.drip(head, 'x').answer()).startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void aConnectionThatIsKeptAndSilentIsClosed() {
    var answer = server.raw(HEAD + "Content-Length: 1\r\n\r\nx");

    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("1");
  }

  /** What is taken is more than nothing, so that the idle timeout does not end it. */
  @Test
  void anAnswerThatIsTakenTooSlowlyIsBrokenOff() throws Exception {
    try (var patient = start(HttpConfig.onLoopback(0).withLimits(limits(600_000, 1 << 30)));
        var socket = new Socket(InetAddress.getLoopbackAddress(), patient.http.port())) {
      var request = "GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

      do {
        assertThat(socket.getInputStream().readNBytes(1_000)).isNotEmpty();
      } while (!brokenOff.await(20, TimeUnit.MILLISECONDS));

      assertThat(brokenOff.getCount()).isZero();
    }
  }
}
