package io.sensorium.api.sensors;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sensor API answered. */
@NullMarked
record SensorAnswer(HttpResponse<byte[]> http) {

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

  /** A member of an answer that must be 200. */
  JsonNode member(String name) {
    if (status() != 200) {
      throw new AssertionError(status() + ": " + text());
    }
    return json().required(name);
  }

  /** {@code 400 type/parameter} of an error. */
  String error() {
    var error = json().path("error");
    return status()
        + " "
        + error.path("type").asString()
        + "/"
        + error.path("parameter").asString("");
  }
}
