package io.sensorium.api.common;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** A started server and a client that talks to it. */
@NullMarked
final class TestServer implements AutoCloseable {

  final PrometheusRegistry registry = new PrometheusRegistry();
  final HttpServer http;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(HttpConfig config, Routes routes) {
    http = HttpServer.start(config, routes, new HttpMetrics(registry));
  }

  static TestServer of(Consumer<Routes.Builder> rows) {
    return of(HttpConfig.onLoopback(0), rows);
  }

  static TestServer of(HttpConfig config, Consumer<Routes.Builder> rows) {
    var routes = Routes.builder();
    rows.accept(routes);
    return of(config, routes.build());
  }

  static TestServer of(HttpConfig config, Routes routes) {
    return new TestServer(config, routes);
  }

  HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + target))
        .version(HttpClient.Version.HTTP_1_1);
  }

  HttpResponse<String> get(String target) {
    return send(to(target));
  }

  HttpResponse<String> post(String target, String contentType, String body) {
    return send(
        to(target)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(client, request, BodyHandlers.ofString());
  }

  HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    return send(client, request, BodyHandlers.ofByteArray());
  }

  static <T> HttpResponse<T> send(
      HttpClient client, HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the server says on a connection of its own until it closes it. */
  String raw(String sent) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    http.close();
  }
}
