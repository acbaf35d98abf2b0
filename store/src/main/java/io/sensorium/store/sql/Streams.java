package io.sensorium.store.sql;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.series.ActivityCodec;
import io.sensorium.series.MotionCodec;
import io.sensorium.series.PhoneCodec;
import io.sensorium.series.StepsCodec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The streams of the archive. */
final class Streams {

  static final FixStream FIXES = new FixStream();

  static final ListStream<MotionChunk> MOTION =
      new ListStream<>(
          2,
          true,
          256 << 10,
          64 << 10,
          Comparator.comparing(MotionChunk::start)
              .thenComparingDouble(MotionChunk::rateHz)
              .thenComparing(Streams::compareSamples),
          chunk -> Micros.of(chunk.start()),
          Streams::endOfChunk,
          chunk -> chunk.sampleCount() * 3 * Float.BYTES * (chunk.hasRotation() ? 2 : 1),
          MotionCodec::encode,
          MotionCodec::decode);

  static final ListStream<ActivitySample> ACTIVITY =
      new ListStream<>(
          3,
          false,
          1_024,
          256,
          ActivitySample.ORDER,
          sample -> Micros.of(sample.time()),
          sample -> Micros.of(sample.time()),
          _ -> 1,
          ActivityCodec::encode,
          ActivityCodec::decode);

  static final ListStream<PhoneState> PHONE =
      new ListStream<>(
          4,
          false,
          1_024,
          256,
          Comparator.comparing(PhoneState::time)
              .thenComparing(PhoneState::screenOn, nullsFirst())
              .thenComparing(PhoneState::call, nullsFirst())
              .thenComparing(PhoneState::mounted, nullsFirst())
              .thenComparing(PhoneState::batteryRatio, nullsFirst())
              .thenComparing(PhoneState::charging, nullsFirst())
              .thenComparing(PhoneState::audioRoute, nullsFirst()),
          state -> Micros.of(state.time()),
          state -> Micros.of(state.time()),
          _ -> 1,
          PhoneCodec::encode,
          PhoneCodec::decode);

  static final ListStream<StepCount> STEPS =
      new ListStream<>(
          5,
          true,
          1_024,
          256,
          Comparator.comparing(StepCount::start)
              .thenComparing(StepCount::end)
              .thenComparingInt(StepCount::count),
          steps -> Micros.of(steps.start()),
          steps -> Micros.of(steps.end()),
          _ -> 1,
          StepsCodec::encode,
          StepsCodec::decode);

  static final List<ItemStream<?>> ALL = List.of(FIXES, MOTION, ACTIVITY, PHONE, STEPS);

  private Streams() {}

  private static <T extends Comparable<T>> Comparator<T> nullsFirst() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }

  private static long endOfChunk(MotionChunk chunk) {
    Instant start = chunk.start();
    return Micros.of(start) + (long) (chunk.sampleCount() * 1e6 / chunk.rateHz());
  }

  private static int compareSamples(MotionChunk a, MotionChunk b) {
    int order = Integer.compare(a.sampleCount(), b.sampleCount());
    order = order != 0 ? order : Boolean.compare(a.hasRotation(), b.hasRotation());
    for (int i = 0; order == 0 && i < 3 * a.sampleCount(); i++) {
      order = Float.compare(a.accelerationMps2(i / 3, i % 3), b.accelerationMps2(i / 3, i % 3));
      if (order == 0 && a.hasRotation()) {
        order = Float.compare(a.rotationRadps(i / 3, i % 3), b.rotationRadps(i / 3, i % 3));
      }
    }
    return order;
  }
}
