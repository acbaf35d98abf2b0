package io.sensorium.engine;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Sighting;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.archive.ArchiveDraft;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A real archive that chokes on fixes at one place, until it is cured. */
final class PoisonedArchive implements Archive {

  static final LatLon POISON = new LatLon(66.6, 66.6);

  private final Archive real;
  private volatile boolean cured;

  PoisonedArchive(Archive real) {
    this.real = real;
  }

  void cure() {
    cured = true;
  }

  @Override
  public ArchiveDraft draft(UserId user, Signals more) {
    for (int row = 0; !cured && row < more.fixes().size(); row++) {
      if (more.fixes().latitudeE7(row) == 666_000_000) {
        throw new IllegalStateException("poison");
      }
    }
    return real.draft(user, more);
  }

  @Override
  public FixTrack readFixes(UserId user, long fromMicros, long toMicros) {
    return real.readFixes(user, fromMicros, toMicros);
  }

  @Override
  public FixTrack readFixesAfter(UserId user, long afterMicros, int minRows) {
    return real.readFixesAfter(user, afterMicros, minRows);
  }

  @Override
  public List<ActivitySample> readActivity(UserId user, long fromMicros, long toMicros) {
    return real.readActivity(user, fromMicros, toMicros);
  }

  @Override
  public List<StepCount> readSteps(
      UserId user, long fromMicros, long toMicros, long longestMicros) {
    return real.readSteps(user, fromMicros, toMicros, longestMicros);
  }

  @Override
  public void readMotion(
      UserId user,
      long fromMicros,
      long toMicros,
      long longestMicros,
      Consumer<MotionChunk> receiver) {
    real.readMotion(user, fromMicros, toMicros, longestMicros, receiver);
  }

  @Override
  public Signals read(UserId user, long fromMicros, long toMicros) {
    return real.read(user, fromMicros, toMicros);
  }

  @Override
  public Optional<Sighting> findLastSighting(UserId user) {
    return real.findLastSighting(user);
  }

  @Override
  public void forget(UserId user) {
    real.forget(user);
  }
}
