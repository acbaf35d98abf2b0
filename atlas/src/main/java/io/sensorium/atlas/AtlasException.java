package io.sensorium.atlas;

/** The map's files cannot be read or written; trying again may help. */
public final class AtlasException extends RuntimeException {

  /** Says what failed and why. */
  public AtlasException(String message, Throwable cause) {
    super(message, cause);
  }
}
