package io.sensorium.simulator.phone;

import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.movement.Trace;
import io.sensorium.simulator.random.Dice;

/** A phone in the pocket of somebody who walks, runs or cycles, and stands in between. */
final class BodyFeel implements Feel.Way {
  /*
   * Each step pushes the body up once; its overtone is the heel, its half tone the two legs, which
   * also swing the pocket. Feet on pedals swing the pocket and hardly push; the road shakes.
   */

  private static final double STANDING_MPS = 0.3;
  private static final double UNEVEN_SECONDS = 7;

  private final Trace way;
  private final Dice dice;
  private final RestingFeel standing;
  private final boolean cycles;
  private final double beatHz;
  private final double pushMps2;
  private final double swingRadians;
  private final double shakeMps2;
  private final double roadPerSecond;

  private BodyFeel(
      Trace way,
      Dice dice,
      boolean cycles,
      double beatHz,
      double pushMps2,
      double swingRadians,
      double shakeMps2,
      double roadPerSecond) {
    this.way = way;
    this.dice = dice;
    this.standing = RestingFeel.standing(dice);
    this.cycles = cycles;
    this.beatHz = beatHz;
    this.pushMps2 = pushMps2;
    this.swingRadians = swingRadians;
    this.shakeMps2 = shakeMps2;
    this.roadPerSecond = roadPerSecond;
  }

  static BodyFeel of(TransportMode mode, Trace way, Dice dice) {
    return switch (mode) {
      case RUNNING ->
          new BodyFeel(
              way,
              dice,
              false,
              dice.uniform(2.5, 2.95),
              dice.uniform(8, 12),
              dice.uniform(0.2, 0.5),
              1.2,
              0);
      case BIKING ->
          new BodyFeel(
              way,
              dice,
              true,
              dice.uniform(0.95, 1.45),
              dice.uniform(0.2, 0.6),
              dice.uniform(0.12, 0.35),
              0.3,
              0.11);
      default ->
          new BodyFeel(
              way,
              dice,
              false,
              dice.uniform(1.6, 2.05),
              dice.uniform(1.6, 3.2),
              dice.uniform(0.08, 0.4),
              0.4,
              0);
    };
  }

  @Override
  public void at(long time, Feel into) {
    double speedMps = way.at(time).speedMps();
    if (speedMps < STANDING_MPS) {
      standing.at(time, into);
      return;
    }
    double seconds = (double) (time - way.startMicros()) / Micros.PER_SECOND;
    boolean coasts = cycles && StrictMath.sin(seconds / 6) > 0.75;
    double beat = 2 * Math.PI * beatHz * seconds + 0.5 * StrictMath.sin(seconds / UNEVEN_SECONDS);
    double push = coasts ? 0 : pushMps2;
    double shake = shakeMps2 + roadPerSecond * speedMps;
    into.aheadMps2 = 0.5 * push * StrictMath.sin(beat) + shake * dice.gaussian();
    into.leftMps2 = 0.3 * push * StrictMath.sin(beat / 2) + shake * dice.gaussian();
    double up = push * (StrictMath.cos(beat) + 0.35 * StrictMath.cos(2 * beat + 0.8));
    into.upMps2 = Math.max(0.2, MotionSensor.GRAVITY_MPS2 + up) + 1.3 * shake * dice.gaussian();
    into.rollRadps = 0.2 * dice.gaussian();
    into.pitchRadps = 0.1 * dice.gaussian();
    into.yawRadps = 0.1 * dice.gaussian();
    swing(coasts ? 0 : swingRadians, cycles ? beat : beat / 2, cycles ? beatHz : beatHz / 2, into);
  }

  private static void swing(double radians, double phase, double hz, Feel into) {
    into.lean(radians * StrictMath.sin(phase), radians * 2 * Math.PI * hz * StrictMath.cos(phase));
  }
}
