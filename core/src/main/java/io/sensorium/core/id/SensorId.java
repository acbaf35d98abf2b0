package io.sensorium.core.id;

/** A sensor; drawn by the server, positive. */
public record SensorId(long value) {

  public SensorId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
