package io.sensorium.core.id;

/** A user of the sensor API; drawn by the server, positive. */
public record SensorUserId(long value) implements Owner {

  public SensorUserId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
