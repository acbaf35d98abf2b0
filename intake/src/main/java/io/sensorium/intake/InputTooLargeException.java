package io.sensorium.intake;

/** An input with more rows or bytes than one request or file may have. */
public final class InputTooLargeException extends IntakeException {

  private static final long serialVersionUID = 1;

  public InputTooLargeException(String message) {
    super(message);
  }
}
