package io.sensorium.delivery.callback;

import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface Answer {

  /**
   * The receiver answered.
   *
   * @param retryAfter the header of that name; null when there was none
   */
  record Answered(int status, @Nullable String retryAfter) implements Answer {}

  /** There was no answer; the reason is for the owner to read. */
  record None(String reason) implements Answer {}
}
