package io.sensorium.core.id;

/** A process that takes longer than a call; drawn by the server, positive. */
public record WorkflowId(long value) {

  public WorkflowId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
