package io.sensorium.api.common;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param route the pattern that answered, or {@code none}
 * @param allowance what limits noted
 * @param error what the response tells, or null where it tells no error
 */
record Outcome(Response response, String route, Allowance allowance, @Nullable ApiError error) {

  /** The route of what nobody answers. */
  static final String NO_ROUTE = "none";
}
