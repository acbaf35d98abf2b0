package io.sensorium.series;

/** Bytes that are not what a codec of this module wrote. */
public final class DamagedBytesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public DamagedBytesException(String message) {
    super(message);
  }
}
