package io.sensorium.api.common;

/**
 * What became of a request.
 *
 * @param route the pattern that answered, or {@code none}
 */
record Outcome(Response response, String route) {}
