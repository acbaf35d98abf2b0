package io.sensorium.api.sensors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.NullMarked;

/** Calls the sensor API as one user. */
@NullMarked
final class SensorClient implements AutoCloseable {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final String base;
  private final HttpClient http;
  private final String authorization;

  SensorClient(String base, SSLContext trust, String email, String password) {
    this.base = base;
    this.http = HttpClient.newBuilder().sslContext(trust).build();
    var credentials = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** A request of this user. */
  HttpRequest.Builder to(String target) {
    return anonymous(target).header("Authorization", authorization);
  }

  HttpRequest.Builder anonymous(String target) {
    return HttpRequest.newBuilder(URI.create(base + target));
  }

  SensorAnswer get(String target) {
    return send(to(target));
  }

  SensorAnswer post(String target, String form) {
    return post(target, FORM, form);
  }

  SensorAnswer postJson(String target, String json) {
    return post(target, "application/json", json);
  }

  SensorAnswer delete(String target) {
    return send(to(target).DELETE());
  }

  SensorAnswer post(String target, String contentType, String body) {
    return send(to(target).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  SensorAnswer send(HttpRequest.Builder request) {
    return new SensorAnswer(sendForBytes(request));
  }

  HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
