package io.sensorium.analysis.recognition;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.time.Micros;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Made-up motion at 25 Hz, from eight o'clock on: one sine up and down, one of leaning, noise. */
final class MotionStory {

  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  static final double RATE_HZ = 25;

  private final Random random = new Random(7);
  private double pushHz;
  private double pushMps2;
  private double swingHz;
  private double swingRadians;
  private double noiseMps2;

  MotionStory pushing(double hz, double mps2) {
    pushHz = hz;
    pushMps2 = mps2;
    return this;
  }

  MotionStory swinging(double hz, double radians) {
    swingHz = hz;
    swingRadians = radians;
    return this;
  }

  MotionStory shaking(double mps2) {
    noiseMps2 = mps2;
    return this;
  }

  static MotionStory walking() {
    return new MotionStory().pushing(1.8, 2.5).swinging(0.9, 0.2).shaking(0.4);
  }

  static MotionStory driving() {
    return new MotionStory().shaking(0.35);
  }

  /** One chunk that begins so long after the start. */
  MotionChunk chunk(double afterSeconds, double seconds) {
    int size = (int) Math.round(seconds * RATE_HZ);
    var acceleration = new float[3 * size];
    var rotation = new float[3 * size];
    for (int i = 0; i < size; i++) {
      double time = afterSeconds + i / RATE_HZ;
      double up = 9.81 + pushMps2 * Math.cos(2 * Math.PI * pushHz * time);
      double lean = swingRadians * Math.sin(2 * Math.PI * swingHz * time);
      acceleration[3 * i] = (float) (up * Math.sin(lean) + noise());
      acceleration[3 * i + 1] = (float) noise();
      acceleration[3 * i + 2] = (float) (up * Math.cos(lean) + noise());
      rotation[3 * i + 1] =
          (float) (swingRadians * 2 * Math.PI * swingHz * Math.cos(2 * Math.PI * swingHz * time));
    }
    long micros = Math.round(afterSeconds * Micros.PER_SECOND);
    return new MotionChunk(START.plusNanos(micros * 1_000), RATE_HZ, acceleration, rotation);
  }

  private double noise() {
    return noiseMps2 * random.nextGaussian();
  }

  /** A part of a chunk, as a chunk. */
  static MotionChunk part(MotionChunk chunk, int from, int to) {
    var acceleration = new float[3 * (to - from)];
    var rotation = new float[3 * (to - from)];
    for (int i = 0; i < acceleration.length; i++) {
      acceleration[i] = chunk.accelerationMps2(from + i / 3, i % 3);
      rotation[i] = chunk.rotationRadps(from + i / 3, i % 3);
    }
    var start = chunk.start().plusNanos(from * 40_000_000L);
    return new MotionChunk(start, chunk.rateHz(), acceleration, rotation);
  }

  static List<ActivitySample> recognise(List<MotionChunk> chunks) {
    var recognition = new MotionRecognition();
    chunks.forEach(recognition::add);
    return recognition.finish().stream().map(Recognised::sample).toList();
  }
}
