package io.sensorium.store.archive;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.Signals;
import java.util.List;
import java.util.Optional;

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

  /** Items of all streams that overlap {@code fromMicros..toMicros}, each stream in order. */
  Signals read(UserId user, long fromMicros, long toMicros);

  /** The fix with the latest time. */
  Optional<GpsFix> findNewestFix(UserId user);
}
