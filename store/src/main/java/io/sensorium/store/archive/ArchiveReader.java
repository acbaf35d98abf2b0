package io.sensorium.store.archive;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Sighting;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the archive. Tracks come in the order of {@link FixTrack#compareRows}. */
public interface ArchiveReader {

  /** Fixes with {@code fromMicros <= time <= toMicros}. */
  FixTrack readFixes(UserId user, long fromMicros, long toMicros);

  /**
   * The fixes that follow an instant: at least {@code minRows} of them where there are as many, in
   * whole blocks, so that fixes of one instant always come together. Empty when none follow.
   */
  FixTrack readFixesAfter(UserId user, long afterMicros, int minRows);

  /** Activity samples with {@code fromMicros <= time <= toMicros}, in order. */
  List<ActivitySample> readActivity(UserId user, long fromMicros, long toMicros);

  /**
   * Step counts that overlap {@code fromMicros..toMicros}, in order; but none that starts more than
   * {@code longestMicros} before it.
   */
  List<StepCount> readSteps(UserId user, long fromMicros, long toMicros, long longestMicros);

  /**
   * Hands out the motion chunks that overlap {@code fromMicros..toMicros}, in order, with no more
   * than a block of them in memory; but none that starts more than {@code longestMicros} before it.
   */
  void readMotion(
      UserId user,
      long fromMicros,
      long toMicros,
      long longestMicros,
      Consumer<MotionChunk> receiver);

  /** Items of all streams that overlap {@code fromMicros..toMicros}, each stream in order. */
  Signals read(UserId user, long fromMicros, long toMicros);

  /** By the fix with the latest time. */
  Optional<Sighting> findLastSighting(UserId user);
}
