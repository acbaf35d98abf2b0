package io.sensorium.server.crash;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sensorium.server.ServerProcess;
import io.sensorium.server.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What became known is told by webhook, also when the server is killed while it tells it. */
class WebhookCrashTest {

  private static final int BATCHES = 12;
  private static final int BATCH = 100;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path directory;
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Set<String> changedBodies = ConcurrentHashMap.newKeySet();

  @Test
  void eachLocationIsToldAlthoughTheServerIsKilled() throws Exception {
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::take);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.start();
    var server = serve();
    var client = client(server);
    var app = client.newApp();
    var phone = client.newPhone(app);
    json(
        client.post(
            "/admin/v1/applications/" + app.id() + "/webhooks",
            client.adminToken(),
            "{\"url\":\"http://127.0.0.1:%d/\",\"types\":[\"location\"]}"
                .formatted(receiver.getAddress().getPort())));
    var fixes = new Fixes();
    for (int i = 0; i < BATCHES; i++) {
      json(client.post("/device/v1/signals", phone.token(), fixes.batch(i * BATCH, BATCH)));
      if (i % 3 == 2) {
        server.kill();
        server = serve();
        client = client(server);
      }
    }
    client.awaitFolded();
    var newest = Fixes.time(BATCHES * BATCH - 1).toString().substring(0, 19);
    for (int i = 0; i < 3_000 && !told().contains(newest); i++) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    server.stop();
    receiver.stop(0);

    assertThat(told()).contains(newest).doesNotHaveDuplicates();
    assertThat(changedBodies).isEmpty(); // what came twice came with the same bytes
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var id = exchange.getRequestHeaders().getFirst("webhook-id");
      var before = bodies.put(id, body);
      if (before != null && !before.equals(body)) {
        changedBodies.add(id);
      }
      LockSupport.parkNanos(Duration.ofMillis(30).toNanos()); // so that a kill meets one under way
      exchange.sendResponseHeaders(204, -1);
    }
  }

  /** The times of all locations that were told, to the second, in UTC. */
  private List<String> told() {
    return bodies.values().stream()
        .flatMap(body -> JSON.readTree(body).path("data").values().stream())
        .map(item -> item.path("data").path("last_location").path("timestamp").asString())
        .map(text -> OffsetDateTime.parse(text).toInstant().toString().substring(0, 19))
        .toList();
  }

  private ServerProcess serve() throws IOException {
    var config = directory.resolve("sensorium.properties");
    Files.writeString(config, "callbacks.allowedAddresses=127.0.0.0/8\n");
    return ServerProcess.serve(
        directory.resolve("server.log"),
        List.of(
            "--data",
            directory.resolve("data").toString(),
            "--port",
            "0",
            "--tls-port",
            "-1",
            "--config",
            config.toString()));
  }

  private TestClient client(ServerProcess server) {
    return new TestClient(server.url(), directory.resolve("data"));
  }
}
