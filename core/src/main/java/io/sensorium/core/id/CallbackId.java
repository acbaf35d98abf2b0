package io.sensorium.core.id;

/** A registered callback URL; drawn by the server, positive. */
public record CallbackId(long value) {

  public CallbackId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
