package io.sensorium.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Carries calls by HTTP, each once. Safe for use by many threads. */
public final class HttpTransport implements Transport {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int FIRST_ERROR = 300;

  private final HttpClient http;
  private final URI server;
  private final Optional<String> token;

  private HttpTransport(HttpClient http, URI server, Optional<String> token) {
    this.http = http;
    this.server = server;
    this.token = token;
  }

  /** To a server such as {@code http://127.0.0.1:8080}, without a credential. */
  public static HttpTransport to(HttpClient http, URI server) {
    return new HttpTransport(http, server, Optional.empty());
  }

  /** The same, with a bearer token. */
  public HttpTransport with(String bearerToken) {
    return new HttpTransport(http, server, Optional.of(bearerToken));
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException when the server cannot be reached, or the thread is interrupted
   */
  @Override
  public String send(Call call) {
    try {
      var answer = http.send(request(call), BodyHandlers.ofString());
      if (answer.statusCode() >= FIRST_ERROR) {
        throw new RefusedException(answer.statusCode(), answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private HttpRequest request(Call call) {
    var request = HttpRequest.newBuilder(server.resolve(call.target())).timeout(TIMEOUT);
    token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    var body = call.body();
    if (body == null) {
      return request.method(call.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(call.method(), BodyPublishers.ofString(body))
        .build();
  }
}
