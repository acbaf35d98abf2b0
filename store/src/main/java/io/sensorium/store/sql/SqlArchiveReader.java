package io.sensorium.store.sql;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.Sighting;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.series.FixTrackCodec;
import io.sensorium.store.archive.ArchiveReader;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the archive, or a draft over it. */
class SqlArchiveReader implements ArchiveReader {

  private final ReaderPool readers;

  SqlArchiveReader(ReaderPool readers) {
    this.readers = readers;
  }

  /** The draft that lies over the stream of a user; null when none does. */
  <T> @Nullable StreamDraft<T> draftOf(UserId user, ItemStream<T> stream) {
    return null;
  }

  final ReaderPool readers() {
    return readers;
  }

  @Override
  public final FixTrack readFixes(UserId user, long fromMicros, long toMicros) {
    return readers.read(s -> open(Streams.FIXES, s, user).within(fromMicros, toMicros));
  }

  @Override
  public final FixTrack readFixesAfter(UserId user, long afterMicros, int minRows) {
    return readers.read(s -> open(Streams.FIXES, s, user).after(afterMicros, minRows));
  }

  @Override
  public final List<ActivitySample> readActivity(UserId user, long fromMicros, long toMicros) {
    return readers.read(s -> open(Streams.ACTIVITY, s, user).within(fromMicros, toMicros));
  }

  @Override
  public final List<StepCount> readSteps(
      UserId user, long fromMicros, long toMicros, long longestMicros) {
    var steps = new ArrayList<StepCount>();
    readEach(Streams.STEPS, user, fromMicros, toMicros, longestMicros, steps::add);
    return steps;
  }

  @Override
  public final void readMotion(
      UserId user,
      long fromMicros,
      long toMicros,
      long longestMicros,
      Consumer<MotionChunk> receiver) {
    readEach(Streams.MOTION, user, fromMicros, toMicros, longestMicros, receiver);
  }

  private <E> void readEach(
      ListStream<E> stream,
      UserId user,
      long fromMicros,
      long toMicros,
      long longestMicros,
      Consumer<E> receiver) {
    boolean all = fromMicros < Long.MIN_VALUE + longestMicros;
    long earliestMicros = all ? Long.MIN_VALUE : fromMicros - longestMicros;
    readers.read(
        session ->
            open(stream, session, user)
                .eachWithin(
                    earliestMicros,
                    fromMicros,
                    toMicros,
                    block ->
                        block.stream()
                            .filter(item -> stream.times().applyAsLong(item) >= earliestMicros)
                            .forEach(receiver)));
  }

  @Override
  public final Signals read(UserId user, long fromMicros, long toMicros) {
    return readers.read(s -> read(s, user, fromMicros, toMicros));
  }

  private Signals read(Session session, UserId user, long fromMicros, long toMicros)
      throws SQLException {
    return new Signals(
        open(Streams.FIXES, session, user).within(fromMicros, toMicros),
        open(Streams.MOTION, session, user).within(fromMicros, toMicros),
        open(Streams.ACTIVITY, session, user).within(fromMicros, toMicros),
        open(Streams.PHONE, session, user).within(fromMicros, toMicros),
        open(Streams.STEPS, session, user).within(fromMicros, toMicros));
  }

  @Override
  public final Optional<Sighting> findLastSighting(UserId user) {
    return readers.read(
        session ->
            open(Streams.FIXES, session, user)
                .ofNewest(FixTrackCodec::decodeLast, track -> track.sighting(track.size() - 1)));
  }

  private <T> BlockReader<T> open(ItemStream<T> stream, Session session, UserId user) {
    return new BlockReader<>(stream, session, user, draftOf(user, stream));
  }
}
