package io.sensorium.intake;

import java.time.Duration;

/** There is no room for more at the moment; the sender should come again later. */
public final class OverloadedException extends IntakeException {

  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  public OverloadedException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
