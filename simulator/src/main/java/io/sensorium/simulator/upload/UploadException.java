package io.sensorium.simulator.upload;

import org.jspecify.annotations.Nullable;

/** A server that refused signals, or could not be reached often enough. */
public final class UploadException extends RuntimeException {

  public UploadException(String message) {
    super(message);
  }

  public UploadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
