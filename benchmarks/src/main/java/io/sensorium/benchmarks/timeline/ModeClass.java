package io.sensorium.benchmarks.timeline;

import io.sensorium.core.timeline.TransportMode;
import java.util.Optional;

/** The five kinds of moving that are told apart when modes are compared. */
public enum ModeClass {
  WALK,
  BIKE,
  BUS,
  CAR,
  RAIL;

  /** Empty for modes that are none of the five, such as waiting or the unknown. */
  public static Optional<ModeClass> of(TransportMode mode) {
    return switch (mode) {
      case WALKING, RUNNING -> Optional.of(WALK);
      case BIKING, ESCOOTER -> Optional.of(BIKE);
      case BUS -> Optional.of(BUS);
      case CAR, MOTORCYCLE -> Optional.of(CAR);
      case TRAIN, TRAM, SUBWAY -> Optional.of(RAIL);
      case BOAT, FERRY, FLIGHT, IDLE, OTHER, INSUFFICIENT_DATA -> Optional.empty();
    };
  }
}
