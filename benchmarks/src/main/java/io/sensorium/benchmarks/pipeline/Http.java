package io.sensorium.benchmarks.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls to one server, one after the other over one connection that is kept open. */
final class Http implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int BUSY = 503;
  private static final int TOO_MANY = 429;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  Http(URI server) {
    this.server = server;
  }

  String get(String path, String token) throws IOException, InterruptedException {
    return send(request(path, token).GET().build());
  }

  String post(String path, String token, Body body) throws IOException, InterruptedException {
    var request = request(path, token).header("Content-Type", "application/json");
    if (body.isGzip()) {
      request.header("Content-Encoding", "gzip");
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes())).build());
  }

  private HttpRequest.Builder request(String path, String token) {
    var request = HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Sends until the answer is not "later". */
  private String send(HttpRequest request) throws IOException, InterruptedException {
    while (true) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 == 2) {
        return answer.body();
      }
      if (answer.statusCode() != BUSY && answer.statusCode() != TOO_MANY) {
        throw new BenchException(
            "%s answered %d: %s"
                .formatted(request.uri().getPath(), answer.statusCode(), answer.body()));
      }
      Thread.sleep(Duration.ofMillis(200));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
