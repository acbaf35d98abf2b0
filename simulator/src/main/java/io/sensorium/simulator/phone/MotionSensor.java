package io.sensorium.simulator.phone;

import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.random.Dice;

/**
 * Accelerometer and gyroscope of a phone, which is held in whatever direction: 25 Hz, in chunks of
 * ten seconds. A rotation drawn once turns what is felt into the phone's axes.
 */
final class MotionSensor {

  static final double RATE_HZ = 25;
  static final int SAMPLES_PER_CHUNK = 250;
  static final long SAMPLE_MICROS = (long) (Micros.PER_SECOND / RATE_HZ);
  static final double GRAVITY_MPS2 = 9.81;

  private final Feel.Way way;
  private final Feel feel = new Feel();
  private final Rotation rotation;

  private MotionSensor(Feel.Way way, Rotation rotation) {
    this.way = way;
    this.rotation = rotation;
  }

  /** In a holder or a bag that stands about upright. */
  static MotionSensor upright(Feel.Way way, Dice dice) {
    return new MotionSensor(
        way,
        Rotation.of(dice.uniform(0, 2 * Math.PI), dice.uniform(-1, 1), dice.uniform(-0.5, 0.5)));
  }

  /** In any position. */
  static MotionSensor anyhow(Feel.Way way, Dice dice) {
    return new MotionSensor(
        way,
        Rotation.of(
            dice.uniform(0, 2 * Math.PI),
            dice.uniform(-Math.PI / 2, Math.PI / 2),
            dice.uniform(-Math.PI, Math.PI)));
  }

  /** The chunk that starts at an instant. */
  MotionChunk chunk(long startMicros) {
    var acceleration = new float[3 * SAMPLES_PER_CHUNK];
    var gyroscope = new float[3 * SAMPLES_PER_CHUNK];
    for (int i = 0; i < SAMPLES_PER_CHUNK; i++) {
      way.at(startMicros + i * SAMPLE_MICROS, feel);
      rotation.write(feel.aheadMps2, feel.leftMps2, feel.upMps2, acceleration, i);
      rotation.write(feel.rollRadps, feel.pitchRadps, feel.yawRadps, gyroscope, i);
    }
    return new MotionChunk(Micros.toInstant(startMicros), RATE_HZ, acceleration, gyroscope);
  }
}
