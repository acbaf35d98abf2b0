package io.sensorium.simulator.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Answers as the device API does, and keeps the batches that it was sent. */
public final class FakeServer implements AutoCloseable {

  private static final String RECEIPT =
      "{\"accepted\":1,\"rejected\":[{\"stream\":\"fixes\",\"index\":3,\"reason\":\"lat\"}],"
          + "\"duplicate\":false}";

  private final HttpServer server;
  private final List<String> batches = new CopyOnWriteArrayList<>();
  private final Deque<Integer> refusals = new ArrayDeque<>();
  private String validToken = "token-1";

  public FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/device/v1/installs", exchange -> answer(exchange, 200, enrolment()));
    server.createContext("/device/v1/token", this::refresh);
    server.createContext("/device/v1/signals", this::accept);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<String> batches() {
    return List.copyOf(batches);
  }

  /** Answers the next uploads with these statuses, and asks to come back after 7 s. */
  public synchronized void refuseNext(Integer... statuses) {
    refusals.addAll(List.of(statuses));
  }

  public synchronized void expireToken() {
    validToken = "token-2";
  }

  private static String enrolment() {
    return "{\"user_id\":\"u\",\"install_id\":\"i\",\"token\":\"token-1\","
        + "\"expires_at\":\"2026-01-01T00:00:00Z\",\"refresh_secret\":\"s\"}";
  }

  private void refresh(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        "{\"user_id\":\"u\",\"refresh_secret\":\"s\",\"token\":\"token-2\",\"expires_at\":\"2026-01-01T00:00:00Z\"}");
  }

  private synchronized void accept(HttpExchange exchange) throws IOException {
    var body = unzipped(exchange.getRequestBody());
    if (!("Bearer " + validToken).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
    } else if (!refusals.isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", "7");
      answer(exchange, refusals.removeFirst(), "{}");
    } else {
      batches.add(body);
      answer(exchange, 200, RECEIPT);
    }
  }

  private static String unzipped(InputStream body) throws IOException {
    try (var plain = new GZIPInputStream(body)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
