package io.sensorium.engine.flow;

import io.sensorium.analysis.recognition.MotionRecognition;
import io.sensorium.analysis.recognition.Recognised;
import io.sensorium.analysis.recognition.Recognition;
import io.sensorium.analysis.recognition.StepRecognition;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Sighting;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.store.archive.ArchiveReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The archive as events are derived from it: its activity is all that was recognised, by the phone
 * and from its steps and motion. The rest is as it is.
 */
class RecognisingReader implements ArchiveReader {

  private final ArchiveReader archive;

  RecognisingReader(ArchiveReader archive) {
    this.archive = archive;
  }

  @Override
  public final List<ActivitySample> readActivity(UserId user, long fromMicros, long toMicros) {
    long lookFromMicros = lookFrom(fromMicros);
    var items = new ArrayList<Recognised>();
    archive.readActivity(user, lookFromMicros, toMicros).stream()
        .map(Recognised::byPhone)
        .forEach(items::add);
    long longestMicros = StepRecognition.LONGEST_SPAN_MICROS;
    items.addAll(
        StepRecognition.of(archive.readSteps(user, lookFromMicros, toMicros, longestMicros)));
    items.addAll(recogniseMotion(user, lookFromMicros, toMicros));
    return Recognition.merge(items).stream()
        .filter(sample -> isWithin(sample, fromMicros, toMicros))
        .toList();
  }

  /** A whole minute before which nothing says what is recognised from the instant on. */
  private static long lookFrom(long fromMicros) {
    long longest = Recognition.LOOK_BACK_MICROS + Micros.PER_MINUTE;
    if (fromMicros < Long.MIN_VALUE + longest) {
      return Long.MIN_VALUE;
    }
    long micros = fromMicros - Recognition.LOOK_BACK_MICROS;
    return micros - Math.floorMod(micros, Micros.PER_MINUTE);
  }

  private List<Recognised> recogniseMotion(UserId user, long fromMicros, long toMicros) {
    var recognition = new MotionRecognition();
    long longestMicros = MotionRecognition.LONGEST_CHUNK_MICROS;
    archive.readMotion(user, fromMicros, toMicros, longestMicros, recognition::add);
    return recognition.finish();
  }

  private static boolean isWithin(ActivitySample sample, long fromMicros, long toMicros) {
    long atMicros = Micros.of(sample.time());
    return fromMicros <= atMicros && atMicros <= toMicros;
  }

  @Override
  public final FixTrack readFixes(UserId user, long fromMicros, long toMicros) {
    return archive.readFixes(user, fromMicros, toMicros);
  }

  @Override
  public final FixTrack readFixesAfter(UserId user, long afterMicros, int minRows) {
    return archive.readFixesAfter(user, afterMicros, minRows);
  }

  @Override
  public final List<StepCount> readSteps(
      UserId user, long fromMicros, long toMicros, long longestMicros) {
    return archive.readSteps(user, fromMicros, toMicros, longestMicros);
  }

  @Override
  public final void readMotion(
      UserId user,
      long fromMicros,
      long toMicros,
      long longestMicros,
      Consumer<MotionChunk> receiver) {
    archive.readMotion(user, fromMicros, toMicros, longestMicros, receiver);
  }

  @Override
  public final Signals read(UserId user, long fromMicros, long toMicros) {
    return archive.read(user, fromMicros, toMicros);
  }

  @Override
  public final Optional<Sighting> findLastSighting(UserId user) {
    return archive.findLastSighting(user);
  }
}
