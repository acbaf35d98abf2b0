package io.sensorium.api.common;

import java.time.Duration;

/**
 * How errors look below one path prefix. Headers and status of the error are kept by the server.
 */
@FunctionalInterface
public interface ErrorFormat {

  /** {@code {message, errorCode, ref}}. */
  ErrorFormat PLAIN =
      error ->
          Response.json(
              error.status(),
              json ->
                  json.beginObject()
                      .field("message", error.message())
                      .field("errorCode", error.errorCode())
                      .field("ref", error.ref().toString())
                      .endObject());

  Response render(ApiError error);

  /** The same where answers tell how long they took. */
  default Response render(ApiError error, Duration elapsed) {
    return render(error);
  }
}
