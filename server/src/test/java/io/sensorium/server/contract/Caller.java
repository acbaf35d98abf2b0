package io.sensorium.server.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Calls one port of a server with one credential.
 *
 * @param base such as {@code https://localhost:8443}
 * @param authorization null to show none
 */
@NullMarked
record Caller(HttpClient http, String base, @Nullable String authorization) {

  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  static String basic(String user, String password) {
    var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** The same port with another credential. */
  Caller showing(@Nullable String credential) {
    return new Caller(http, base, credential);
  }

  HttpRequest.Builder to(String target) {
    var request = HttpRequest.newBuilder(URI.create(base + target));
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  Reply get(String target) {
    return send(to(target));
  }

  Reply delete(String target) {
    return send(to(target).DELETE());
  }

  Reply post(String target, String form) {
    return send("POST", target, FORM, form);
  }

  Reply postJson(String target, String json) {
    return send("POST", target, JSON, json);
  }

  /** A call such as {@code GET /v1/users}, without a body. */
  Reply call(String methodAndTarget) {
    var parts = methodAndTarget.split(" ", 2);
    return send(to(parts[1]).method(parts[0], BodyPublishers.noBody()));
  }

  Reply send(String method, String target, String contentType, String body) {
    return send(
        to(target)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofString(body)));
  }

  Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
