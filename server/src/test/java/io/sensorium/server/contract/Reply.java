package io.sensorium.server.contract;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered to a {@link Caller}. */
@NullMarked
record Reply(HttpResponse<byte[]> http) {

  private static final JsonMapper JSON = new JsonMapper();

  int status() {
    return http.statusCode();
  }

  @Nullable String header(String name) {
    return http.headers().firstValue(name).orElse(null);
  }

  String text() {
    return new String(http.body(), StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return JSON.readTree(http.body());
  }

  /** The body of an answer that must be 200. */
  JsonNode ok() {
    if (status() != 200) {
      throw new AssertionError(status() + ": " + text());
    }
    return json();
  }

  /** A member of an answer that must be 200. */
  JsonNode ok(String member) {
    return ok().required(member);
  }

  /** {@code 400 invalid_parameter/type}: the status, and what the envelope says of the error. */
  String error() {
    var error = json().path("error");
    var parameter = error.path("parameter");
    return status()
        + " "
        + error.path("type").asString("")
        + (parameter.isNull() ? "" : "/" + parameter.asString(""));
  }

  /** What is said, without the time that it took to say it. */
  String said() {
    return text().replaceFirst("\"time\":[0-9.]+", "");
  }
}
