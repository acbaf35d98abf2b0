package io.sensorium.simulator.town;

/** A spot on a street: the street's number, and how far along it lies, 0 to 1. */
public record StreetSpot(int street, double fraction) {

  public StreetSpot {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("fraction must be within 0..1: " + fraction);
    }
  }
}
