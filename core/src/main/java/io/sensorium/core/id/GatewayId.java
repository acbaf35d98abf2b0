package io.sensorium.core.id;

/** A gateway of environment sensors; drawn by the server, positive. */
public record GatewayId(long value) {

  public GatewayId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
