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
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Answers as the gateway API and the sensor API do, and keeps what it was sent. */
public final class FakeSensorServer implements AutoCloseable {

  private static final Map<String, String> ANSWERS =
      Map.of(
          "/gateway/v1/sensors", "{\"id\":1}",
          "/gateway/v1/measurements",
              "{\"accepted\":2,\"rejected\":[{\"index\":0,\"reason\":\"date\"}],\"seq\":7}",
          "/v1/gateways",
              "{\"code\":200,\"gateways\":[{\"serial\":\"10\",\"devices\":[{\"serial\":\"aa\","
                  + "\"devices\":[{\"id\":220200,\"serial\":\"temp\",\"devices\":[]}]}]}]}",
          "/v1/alarms", "{\"code\":200,\"alarm\":{\"id\":9}}",
          "/v1/callbacks", "{\"code\":200,\"callback\":{\"id\":3,\"secret\":\"whsec_a\"}}");

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Deque<Integer> refusals = new ArrayDeque<>();

  public FakeSensorServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ANSWERS.forEach((path, json) -> server.createContext(path, one -> answer(one, json)));
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Each as its method, target, credentials and body, with spaces between. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public synchronized void refuseNext(Integer... statuses) {
    refusals.addAll(List.of(statuses));
  }

  private synchronized void answer(HttpExchange exchange, String json) throws IOException {
    requests.add(
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body(exchange)));
    int status = refusals.isEmpty() ? 200 : refusals.removeFirst();
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream sent = exchange.getRequestBody();
    try (var plain = isZipped ? new GZIPInputStream(sent) : sent) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
