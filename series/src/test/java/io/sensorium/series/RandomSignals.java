package io.sensorium.series;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Signals drawn from a seed: likely ones, and ones at the edges of what may be stored. */
final class RandomSignals {

  static final long START_MICROS = Micros.of(Instant.parse("2026-03-01T00:00:00Z"));

  private final Random random;

  RandomSignals(long seed) {
    random = new Random(seed);
  }

  /** A phone that lies at home, a fix every 15 s, with noise in every column. */
  FixTrack home(int size) {
    var track = new FixTrack.Builder(size);
    double north = 0;
    double east = 0;
    for (int row = 0; row < size; row++) {
      north = 0.9 * north + random.nextGaussian() * 4;
      east = 0.9 * east + random.nextGaussian() * 4;
      track.addRow(
          START_MICROS + row * 15L * Micros.PER_SECOND + random.nextInt(60) * Micros.PER_MILLI,
          510_543_000 + (int) (north * 90),
          37_174_000 + (int) (east * 140),
          8_000 + random.nextInt(12) * 500,
          1_200 + (int) (random.nextGaussian() * 300),
          random.nextInt(4) == 0 ? random.nextInt(600) : 0,
          random.nextInt(4) == 0 ? random.nextInt(36_000) : FixTrack.ABSENT,
          FixTrack.ABSENT_LONG,
          LocationProvider.FUSED);
    }
    return track.build();
  }

  /** Any numbers whatever, absent ones among them, in no order. */
  FixTrack anything(int size) {
    var track = new FixTrack.Builder(0);
    var providers = LocationProvider.values();
    int absentOf = 1 + random.nextInt(4);
    for (int row = 0; row < size; row++) {
      track.addRow(
          number() >> 4,
          (int) number(),
          (int) number(),
          random.nextInt(absentOf) == 0 ? FixTrack.ABSENT : (int) number(),
          random.nextInt(absentOf) == 0 ? FixTrack.ABSENT : (int) number(),
          random.nextInt(absentOf) == 0 ? FixTrack.ABSENT : (int) number(),
          random.nextInt(absentOf) == 0 ? FixTrack.ABSENT : (int) number(),
          random.nextInt(absentOf) == 0 ? FixTrack.ABSENT_LONG : number() >> 4,
          providers[random.nextInt(providers.length)]);
    }
    return track.build();
  }

  Signals signals(int size) {
    return new Signals(
        random.nextBoolean() ? home(size) : anything(size),
        IntStream.range(0, size / 50).mapToObj(_ -> chunk()).toList(),
        IntStream.range(0, random.nextInt(size + 1)).mapToObj(_ -> activity()).toList(),
        IntStream.range(0, random.nextInt(size + 1)).mapToObj(_ -> phone()).toList(),
        IntStream.range(0, random.nextInt(size + 1)).mapToObj(_ -> steps()).toList());
  }

  Path path(int size) {
    return new Path(
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    new PathPoint(
                        START_MICROS + i * 5L * Micros.PER_SECOND,
                        Path.rounded(51 + random.nextGaussian(), 3.7 + random.nextGaussian()),
                        random.nextInt(1300) / 10.0,
                        random.nextBoolean() ? "residential" : null,
                        random.nextBoolean() ? 50.0 : null))
            .toList());
  }

  Path unroundedPath(int size) {
    return new Path(
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    new PathPoint(
                        number() >> 4,
                        new LatLon(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
                        random.nextDouble() * 100,
                        i % 3 == 0 ? null : "way " + i,
                        random.nextBoolean() ? random.nextDouble() : null))
            .toList());
  }

  private long number() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(-10, 10);
      case 1 -> random.nextLong() >> random.nextInt(63);
      case 2 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE + 1;
      default -> 1000L * random.nextInt(-1000, 1000);
    };
  }

  private MotionChunk chunk() {
    int numbers = 3 * random.nextInt(200);
    boolean decimal = random.nextBoolean();
    return new MotionChunk(
        instant(),
        random.nextBoolean() ? 50 : random.nextDouble(0.1, 1000),
        floats(numbers, decimal),
        random.nextBoolean() ? floats(numbers, decimal) : null);
  }

  private float[] floats(int count, boolean decimal) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      double value = random.nextGaussian() * 3;
      values[i] = decimal ? (float) (Math.rint(value * 1000) / 1000) : (float) value;
    }
    if (count > 0 && !decimal) {
      values[0] = -0.0f;
    }
    return values;
  }

  private ActivitySample activity() {
    var types = ActivityType.values();
    return new ActivitySample(
        instant(),
        types[random.nextInt(types.length)],
        random.nextBoolean() ? random.nextInt(101) / 100.0 : random.nextDouble());
  }

  private PhoneState phone() {
    var calls = PhoneState.CallState.values();
    return new PhoneState(
        instant(),
        flag(),
        random.nextBoolean() ? calls[random.nextInt(calls.length)] : null,
        flag(),
        random.nextBoolean() ? random.nextDouble() : null,
        flag(),
        random.nextBoolean() ? "route é " + random.nextInt(3) : null);
  }

  private StepCount steps() {
    var start = instant();
    return new StepCount(start, start.plusMillis(random.nextInt(100_000)), random.nextInt(500));
  }

  private @Nullable Boolean flag() {
    return random.nextInt(3) == 0 ? null : random.nextBoolean();
  }

  private Instant instant() {
    return Micros.toInstant(START_MICROS + random.nextInt(1_000_000_000));
  }
}
