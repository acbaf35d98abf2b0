package io.sensorium.simulator.phone;

import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.movement.Trace;
import io.sensorium.simulator.random.Dice;

/** A phone that lies still in a vehicle. */
final class RidingFeel implements Feel.Way {
  /*
   * The phone feels the change of speed, speed times yaw rate, and gravity. Bends of the way are
   * corners, so the yaw rate is taken over the time that turning a corner takes. Engine and road
   * shake it, up and down twice as much.
   */

  private static final long HALF_SECOND_MICROS = Micros.PER_SECOND / 2;
  private static final long HALF_TURN_MICROS = 2 * Micros.PER_SECOND;
  private static final double STANDING_MPS = 0.3;

  private final Trace ride;
  private final Dice dice;
  private final double engineMps2;
  private final double roadPerSecond;

  private RidingFeel(Trace ride, Dice dice, double engineMps2, double roadPerSecond) {
    this.ride = ride;
    this.dice = dice;
    this.engineMps2 = engineMps2;
    this.roadPerSecond = roadPerSecond;
  }

  static RidingFeel of(TransportMode mode, Trace ride, Dice dice) {
    return switch (mode) {
      case BUS -> new RidingFeel(ride, dice, 0.11, 0.018);
      case TRAM, SUBWAY -> new RidingFeel(ride, dice, 0.06, 0.012);
      case TRAIN -> new RidingFeel(ride, dice, 0.04, 0.004);
      case MOTORCYCLE, ESCOOTER -> new RidingFeel(ride, dice, 0.3, 0.06);
      case BOAT, FERRY, FLIGHT -> new RidingFeel(ride, dice, 0.08, 0.001);
      case CAR, WALKING, RUNNING, BIKING, IDLE, OTHER, INSUFFICIENT_DATA ->
          new RidingFeel(ride, dice, 0.05, 0.01);
    };
  }

  @Override
  public void at(long time, Feel into) {
    double speedMps = ride.at(time).speedMps();
    double yawRadps = speedMps < STANDING_MPS ? 0 : yawRadps(time);
    double shakeMps2 = engineMps2 + roadPerSecond * speedMps;
    into.aheadMps2 = aheadMps2(time) + shakeMps2 * dice.gaussian();
    into.leftMps2 = speedMps * yawRadps + shakeMps2 * dice.gaussian();
    into.upMps2 = MotionSensor.GRAVITY_MPS2 + 2 * shakeMps2 * dice.gaussian();
    into.rollRadps = noise();
    into.pitchRadps = noise();
    into.yawRadps = yawRadps + noise();
  }

  private double aheadMps2(long time) {
    return ride.at(time + HALF_SECOND_MICROS).speedMps()
        - ride.at(time - HALF_SECOND_MICROS).speedMps();
  }

  /** Anticlockwise seen from above. */
  private double yawRadps(long time) {
    double before = ride.at(time - HALF_TURN_MICROS).bearingDeg();
    double after = ride.at(time + HALF_TURN_MICROS).bearingDeg();
    double turnDeg = (after - before + 540) % 360 - 180;
    double seconds = 2.0 * HALF_TURN_MICROS / Micros.PER_SECOND;
    return -StrictMath.toRadians(turnDeg) / seconds;
  }

  private double noise() {
    return dice.gaussian(0, 0.005);
  }
}
