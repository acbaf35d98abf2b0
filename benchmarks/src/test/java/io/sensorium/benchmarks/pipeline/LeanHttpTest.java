package io.sensorium.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeanHttpTest {

  private static final int CHUNKED = 0;
  private static final int NO_BODY = -1;

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/echo", LeanHttpTest::echo);
    server.createContext("/chunks", exchange -> answer(exchange, CHUNKED, "a long answer"));
    server.createContext("/nothing", exchange -> exchange.sendResponseHeaders(204, NO_BODY));
    server.createContext("/last", LeanHttpTest::last);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void oneConnectionAsksAgainAndAgain() throws IOException {
    try (var http = new LeanHttp(uri(server.getAddress().getPort()))) {
      var body = "rows".getBytes(StandardCharsets.UTF_8);

      assertThat(http.post("/echo?p=1", "X-Who: me\r\n", body))
          .isEqualTo(new LeanHttp.Answer(200, "POST /echo?p=1 me rows"));
      assertThat(http.get("/chunks", "")).isEqualTo(new LeanHttp.Answer(200, "a long answer"));
      assertThat(http.get("/nothing", "")).isEqualTo(new LeanHttp.Answer(204, ""));
      assertThat(http.get("/echo", "")).isEqualTo(new LeanHttp.Answer(200, "GET /echo null "));
      assertThat(http.get("/missing", "").isSuccess()).isFalse();
    }
  }

  @Test
  void aServerThatEndsTheConnectionIsConnectedAnew() throws IOException {
    try (var http = new LeanHttp(uri(server.getAddress().getPort()))) {
      assertThat(http.get("/last", "").status()).isEqualTo(204);
      assertThat(http.get("/last", "").status()).isEqualTo(204);
    }
  }

  @Test
  void aServerThatHangsUpIsAnError() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var http = new LeanHttp(uri(silent.getLocalPort()))) {
      silent.accept().close();

      assertThatThrownBy(() -> http.get("/", "")).isInstanceOf(IOException.class);
    }
  }

  private static URI uri(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static void echo(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var who = exchange.getRequestHeaders().getFirst("X-Who");
    var text =
        "%s %s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), who, body);
    answer(exchange, text.length(), text);
  }

  private static void last(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Connection", "close");
    exchange.sendResponseHeaders(204, NO_BODY);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, long length, String text) throws IOException {
    exchange.sendResponseHeaders(200, length);
    try (var out = exchange.getResponseBody()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
