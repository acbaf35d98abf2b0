package io.sensorium.core.signals;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run of accelerometer samples at one rate, and gyroscope samples where the phone has them.
 *
 * <p>Acceleration is in m/s2 with gravity, rotation in rad/s, both in the phone's axes with
 * Android's sign. Samples lie one after the other as x, y, z. The arrays are not copied: who makes
 * a chunk gives them away.
 */
public final class MotionChunk {

  private final Instant start;
  private final double rateHz;
  private final float[] acceleration;
  private final float @Nullable [] rotation;

  public MotionChunk(
      Instant start, double rateHz, float[] acceleration, float @Nullable [] rotation) {
    if (!(rateHz > 0 && rateHz <= 1000)) {
      throw new IllegalArgumentException("rate_hz must be within 0..1000: " + rateHz);
    }
    if (acceleration.length % 3 != 0) {
      throw new IllegalArgumentException("acceleration must have three axes");
    }
    if (rotation != null && rotation.length != acceleration.length) {
      throw new IllegalArgumentException("rotation must have as many samples as acceleration");
    }
    this.start = start;
    this.rateHz = rateHz;
    this.acceleration = acceleration;
    this.rotation = rotation;
  }

  public Instant start() {
    return start;
  }

  public double rateHz() {
    return rateHz;
  }

  public int sampleCount() {
    return acceleration.length / 3;
  }

  public boolean hasRotation() {
    return rotation != null;
  }

  /** Acceleration of a sample in m/s2 on an axis: 0 = x, 1 = y, 2 = z. */
  public float accelerationMps2(int sample, int axis) {
    return acceleration[3 * sample + axis];
  }

  /** Rotation of a sample in rad/s on an axis; only where {@link #hasRotation} holds. */
  public float rotationRadps(int sample, int axis) {
    return Objects.requireNonNull(rotation, "no rotation")[3 * sample + axis];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MotionChunk that
        && start.equals(that.start)
        && rateHz == that.rateHz
        && Arrays.equals(acceleration, that.acceleration)
        && Arrays.equals(rotation, that.rotation);
  }

  @Override
  public int hashCode() {
    return Objects.hash(start, rateHz, Arrays.hashCode(acceleration), Arrays.hashCode(rotation));
  }

  @Override
  public String toString() {
    return "MotionChunk[" + start + ", " + sampleCount() + " samples at " + rateHz + " Hz]";
  }
}
