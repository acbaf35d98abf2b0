package io.sensorium.benchmarks.alarms;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A web server that callbacks are sent to; the independent library tells which are genuine. */
final class HookReceiver implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int NO_CONTENT = 204;

  /** A message, and when it came by {@link System#nanoTime()}. */
  record Message(JsonNode json, boolean genuine, long nanos) {}

  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile String secret = "";

  HookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  /** What the callback's messages are signed with. */
  void expect(String signedWith) {
    secret = signedWith;
  }

  /** All that came so far. */
  List<Message> messages() {
    return List.copyOf(messages);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      long now = System.nanoTime();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var headers = HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
      messages.add(new Message(JSON.readTree(body), isGenuine(body, headers), now));
      exchange.sendResponseHeaders(NO_CONTENT, -1);
    }
  }

  private boolean isGenuine(String body, HttpHeaders headers) {
    try {
      new Webhook(secret).verify(body, headers);
      return true;
    } catch (WebhookVerificationException | EmptyWebhookSecretException _) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
