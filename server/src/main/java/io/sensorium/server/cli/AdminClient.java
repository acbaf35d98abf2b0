package io.sensorium.server.cli;

import io.sensorium.server.AdminTokenFile;
import io.sensorium.store.directory.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the server that runs on a data directory, as its operator. */
final class AdminClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration LOOK_EACH = Duration.ofMillis(50);

  private final URI base;
  private final String token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

  AdminClient(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** The server that holds the directory's lock; empty when none runs. */
  static Optional<AdminClient> ofRunningServer(Path directory) {
    return DirectoryLock.findHolder(directory)
        .flatMap(holder -> Optional.ofNullable(holder.url()))
        .map(url -> new AdminClient(URI.create(url), AdminTokenFile.read(directory)));
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, BodyPublisher body) {
    return send(request(path).POST(body));
  }

  JsonNode post(String path, JsonNode body) {
    return post(path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  /** Makes an application; the answer has its id and its secret. */
  JsonNode newApplication(String name) {
    return post("/admin/v1/applications", JSON.createObjectNode().put("name", name));
  }

  /** Waits until everything accepted so far is analysed. */
  void awaitFolded() {
    while (!isFolded(get("/admin/v1/status").path("engine"))) {
      LockSupport.parkNanos(LOOK_EACH.toNanos());
    }
  }

  private static boolean isFolded(JsonNode engine) {
    return engine.path("lag").asLong() == 0 && engine.path("pending_keys").asLong() == 0;
  }

  static JsonMapper json() {
    return JSON;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      var body =
          response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
      if (response.statusCode() >= 400) {
        throw new UserMistake(body.path("message").asString("status " + response.statusCode()));
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("the server at " + base + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("interrupted");
    }
  }
}
