package io.sensorium.api.common;

import java.util.function.Predicate;

/**
 * One row of the routes table.
 *
 * @param pattern such as {@code /v2/users/{user_id}/events}; {@code {name...}} as the last segment
 *     takes the rest of the path
 * @param callers who is answered; others get 403
 * @param quick whether it is always answered within about a millisecond, so that the thread that
 *     waits for other connections may answer it: it reads little, and waits for nothing
 */
record Route(
    String method,
    String pattern,
    Handler handler,
    BodyRule body,
    Predicate<Request> callers,
    boolean quick) {

  Route {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException("a pattern starts with a slash: " + pattern);
    }
  }
}
