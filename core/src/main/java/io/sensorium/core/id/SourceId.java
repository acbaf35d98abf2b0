package io.sensorium.core.id;

/** A data source: one quantity that a sensor measures; drawn by the server, positive. */
public record SourceId(long value) {

  public SourceId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
