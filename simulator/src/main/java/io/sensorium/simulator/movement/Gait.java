package io.sensorium.simulator.movement;

import io.sensorium.core.timeline.TransportMode;

/**
 * How a mover speeds up, slows down and keeps to limits.
 *
 * @param limitRatio the mover's own speed as a share of the road's limit
 * @param signalHaltRatio share of the traffic lights that are red
 */
public record Gait(
    TransportMode mode,
    double maxMps,
    double accelerationMps2,
    double brakingMps2,
    double limitRatio,
    double signalHaltRatio) {

  public Gait {
    if (!(maxMps > 0 && accelerationMps2 > 0 && brakingMps2 > 0 && limitRatio > 0)) {
      throw new IllegalArgumentException("speeds and accelerations must be positive");
    }
  }

  public static Gait walking(double speedMps) {
    return new Gait(TransportMode.WALKING, speedMps, 1, 1.5, 1, 0.35);
  }

  public static Gait running(double speedMps) {
    return new Gait(TransportMode.RUNNING, speedMps, 1.2, 1.5, 1, 0.15);
  }

  public static Gait cycling(double speedMps) {
    return new Gait(TransportMode.BIKING, speedMps, 0.7, 1.5, 1, 0.45);
  }

  /** A car whose driver keeps to a share of each limit, a little above one for the hasty. */
  public static Gait driving(double limitRatio) {
    return new Gait(TransportMode.CAR, 40, 1.7, 2, limitRatio, 0.45);
  }

  public static Gait bus() {
    return new Gait(TransportMode.BUS, 12, 1, 1.3, 0.85, 0.35);
  }

  public static Gait train() {
    return new Gait(TransportMode.TRAIN, 34, 0.5, 0.6, 1, 0);
  }

  boolean hasWheels() {
    return mode != TransportMode.WALKING && mode != TransportMode.RUNNING;
  }
}
