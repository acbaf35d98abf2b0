package io.sensorium.api.common;

import java.util.function.Predicate;

/**
 * One row of the routes table.
 *
 * @param pattern such as {@code /v2/users/{user_id}/events}; {@code {name...}} as the last segment
 *     takes the rest of the path
 * @param callers who is answered; others get 403
 * @param pace which thread may answer
 */
record Route(
    String method,
    String pattern,
    Handler handler,
    BodyRule body,
    Predicate<Request> callers,
    Pace pace) {

  /** How long it takes to answer, as far as it matters to those who ask beside it. */
  enum Pace {
    /**
     * About a millisecond at the most: it reads little and waits for nothing. The thread that waits
     * for connections answers.
     */
    QUICK,
    /** It waits for the disk once. The same, where few others are there to wait for that. */
    SYNCING,
    /** Anything else: a thread of its own. */
    LONG
  }

  Route {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException("a pattern starts with a slash: " + pattern);
    }
  }

  /** The same, answered to fewer. */
  Route onlyFrom(Predicate<Request> fewer) {
    return new Route(method, pattern, handler, body, callers.and(fewer), pace);
  }

  /** The same at another pace. */
  Route at(Pace other) {
    return new Route(method, pattern, handler, body, callers, other);
  }
}
