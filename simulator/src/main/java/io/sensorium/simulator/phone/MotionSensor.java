package io.sensorium.simulator.phone;

import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.movement.Trace;
import io.sensorium.simulator.random.Dice;

/**
 * Accelerometer and gyroscope of a phone that lies still in a car, in whatever direction: 25 Hz, in
 * chunks of ten seconds.
 */
final class MotionSensor {
  /*
   * In the car's axes (ahead, left, up) the phone feels the change of speed, speed times yaw rate,
   * and gravity; a rotation drawn per ride turns that into the phone's axes. Bends of the way are
   * corners, so the yaw rate is taken over the time that turning a corner takes.
   */

  static final double RATE_HZ = 25;
  static final int SAMPLES_PER_CHUNK = 250;
  static final long SAMPLE_MICROS = (long) (Micros.PER_SECOND / RATE_HZ);
  private static final long HALF_SECOND_MICROS = Micros.PER_SECOND / 2;
  private static final long HALF_TURN_MICROS = 2 * Micros.PER_SECOND;
  private static final double GRAVITY_MPS2 = 9.81;
  private static final double STANDING_MPS = 0.3;

  private final Trace ride;
  private final Dice dice;
  private final Rotation rotation;

  MotionSensor(Trace ride, Dice dice) {
    this.ride = ride;
    this.dice = dice;
    this.rotation =
        Rotation.of(dice.uniform(0, 2 * Math.PI), dice.uniform(-1, 1), dice.uniform(-0.5, 0.5));
  }

  /** The chunk that starts at an instant of the ride. */
  MotionChunk chunk(long startMicros) {
    var acceleration = new float[3 * SAMPLES_PER_CHUNK];
    var gyroscope = new float[3 * SAMPLES_PER_CHUNK];
    for (int i = 0; i < SAMPLES_PER_CHUNK; i++) {
      long time = startMicros + i * SAMPLE_MICROS;
      double speedMps = ride.at(time).speedMps();
      double yawRadps = speedMps < STANDING_MPS ? 0 : yawRadps(time);
      double shakeMps2 = 0.05 + 0.01 * speedMps;
      double ahead = aheadMps2(time) + shakeMps2 * dice.gaussian();
      double left = speedMps * yawRadps + shakeMps2 * dice.gaussian();
      double up = GRAVITY_MPS2 + 2 * shakeMps2 * dice.gaussian();
      rotation.write(ahead, left, up, acceleration, i);
      rotation.write(noise(), noise(), yawRadps + noise(), gyroscope, i);
    }
    return new MotionChunk(Micros.toInstant(startMicros), RATE_HZ, acceleration, gyroscope);
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

  /** Rows: the phone's axes in those of the car. */
  private record Rotation(Axis x, Axis y, Axis z) {

    record Axis(double ahead, double left, double up) {
      float of(double valueAhead, double valueLeft, double valueUp) {
        return (float) (ahead * valueAhead + left * valueLeft + up * valueUp);
      }
    }

    static Rotation of(double yaw, double pitch, double roll) {
      double cy = StrictMath.cos(yaw);
      double sy = StrictMath.sin(yaw);
      double cp = StrictMath.cos(pitch);
      double sp = StrictMath.sin(pitch);
      double cr = StrictMath.cos(roll);
      double sr = StrictMath.sin(roll);
      return new Rotation(
          new Axis(cy * cp, sy * cp, -sp),
          new Axis(cy * sp * sr - sy * cr, sy * sp * sr + cy * cr, cp * sr),
          new Axis(cy * sp * cr + sy * sr, sy * sp * cr - cy * sr, cp * cr));
    }

    void write(double ahead, double left, double up, float[] into, int sample) {
      into[3 * sample] = x.of(ahead, left, up);
      into[3 * sample + 1] = y.of(ahead, left, up);
      into[3 * sample + 2] = z.of(ahead, left, up);
    }
  }
}
