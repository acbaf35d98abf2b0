package io.sensorium.api.common;

import java.io.IOException;

/**
 * Answers the requests of one route. Called by many threads at once; it may block, as each request
 * has a virtual thread of its own.
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
