package io.sensorium.core.id;

/** What is sent to one callback about one notification; drawn by the server, positive. */
public record DeliveryId(long value) {

  public DeliveryId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
