package io.sensorium.client;

/** The server answered with an error. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String errorCode;

  /**
   * @param body of the answer
   */
  public RefusedException(int status, String body) {
    super(status + ": " + Answers.member(body, "message"));
    this.status = status;
    this.errorCode = Answers.member(body, "errorCode");
  }

  public int status() {
    return status;
  }

  /** Such as {@code INVALID_PARAMETER}; empty where the answer has none. */
  public String errorCode() {
    return errorCode;
  }
}
