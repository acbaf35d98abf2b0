package io.sensorium.core.id;

/** An alarm rule; drawn by the server, positive. */
public record AlarmId(long value) {

  public AlarmId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
