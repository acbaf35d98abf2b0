package io.sensorium.api.common;

import java.io.IOException;

/**
 * Answers the requests of one route. Called by many threads at once; it may block on the store, and
 * wait for longer where the request has no body.
 */
@FunctionalInterface
public interface Handler {

  /**
   * The answer to one request.
   *
   * @throws ApiError for every answer that is an error
   * @throws IOException when the request's body cannot be read to its end
   */
  Response handle(Request request) throws IOException;
}
