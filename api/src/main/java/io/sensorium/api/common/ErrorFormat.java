package io.sensorium.api.common;

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
}
