package io.sensorium.intake;

/** An input that is refused as a whole; nothing of it was stored. */
public abstract sealed class IntakeException extends RuntimeException
    permits MalformedInputException, InputTooLargeException, OverloadedException {

  private static final long serialVersionUID = 1;

  protected IntakeException(String message) {
    super(message);
  }
}
