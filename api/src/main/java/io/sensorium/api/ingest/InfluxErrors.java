package io.sensorium.api.ingest;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Response;

/** Errors in the forms of InfluxDB's two versions. */
final class InfluxErrors {
  /*
   * Telegraf's output for version 1 throws a batch away on any 4xx, also on 429: a sender that is
   * too fast is told 503 there, on which it comes again.
   */

  private InfluxErrors() {}

  /** {@code {"error": "..."}}. */
  static Response version1(ApiError error) {
    int status = error.status() == 429 ? 503 : error.status();
    var message = error.status() == 401 ? "authorization failed" : error.message();
    return Response.json(status, json -> json.beginObject().field("error", message).endObject())
        .with("X-Influxdb-Error", headerOf(message));
  }

  /** The first line, of characters that a header may have. */
  private static String headerOf(String message) {
    return message.lines().findFirst().orElse("").replaceAll("[^ -~]", "?");
  }

  /** {@code {"code": "invalid", "message": "..."}}. */
  static Response version2(ApiError error) {
    return Response.json(
        error.status(),
        json ->
            json.beginObject()
                .field("code", code(error.status()))
                .field("message", error.message())
                .endObject());
  }

  private static String code(int status) {
    return switch (status) {
      case 400, 408, 415 -> "invalid";
      case 401 -> "unauthorized";
      case 403 -> "forbidden";
      case 404 -> "not found";
      case 405 -> "method not allowed";
      case 413 -> "request too large";
      case 429 -> "too many requests";
      case 503 -> "unavailable";
      default -> "internal error";
    };
  }
}
