package io.sensorium.store.timeline;

/**
 * A trip by its ends.
 *
 * @param endMicros {@link StoredEvent#OPEN} for one that goes on
 */
public record TripSpan(long startMicros, long endMicros) {

  public TripSpan {
    if (endMicros < startMicros) {
      throw new IllegalArgumentException("a trip does not end before it starts");
    }
  }
}
