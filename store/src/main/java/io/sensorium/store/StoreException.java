package io.sensorium.store;

/** A database that fails, or content that is damaged. */
public class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean retryable;

  public StoreException(String message, boolean retryable, Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  public StoreException(String message) {
    this(message, false);
  }

  public StoreException(String message, boolean retryable) {
    super(message);
    this.retryable = retryable;
  }

  /** Whether the same call may go through later: the database was busy, full or away. */
  public boolean isRetryable() {
    return retryable;
  }
}
