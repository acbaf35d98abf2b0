package io.sensorium.simulator.rides;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Point;

/** Where somebody truly was in each second of a trip, rests at both ends included. */
public final class TrueRide {

  private final Way way;

  private TrueRide(Way way) {
    this.way = way;
  }

  /** A trip whose main part is by this mode; the same for the same seed. */
  public static TrueRide of(TransportMode mode, long seed) {
    return new TrueRide(Chain.of(mode, new Dice(seed).fork("true ride")));
  }

  /** How many seconds are known. */
  public int seconds() {
    return way.seconds();
  }

  /** The position at a second. */
  public Point point(int second) {
    return way.point(second);
  }

  /** The speed with which that position was reached. */
  public double mps(int second) {
    return way.mps(second);
  }
}
