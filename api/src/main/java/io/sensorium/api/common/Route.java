package io.sensorium.api.common;

import java.util.function.Predicate;

/**
 * One row of the routes table.
 *
 * @param pattern such as {@code /v2/users/{user_id}/events}; {@code {name...}} as the last segment
 *     takes the rest of the path
 * @param callers who is answered; others get 403
 */
record Route(
    String method, String pattern, Handler handler, BodyRule body, Predicate<Request> callers) {

  Route {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException("a pattern starts with a slash: " + pattern);
    }
  }
}
