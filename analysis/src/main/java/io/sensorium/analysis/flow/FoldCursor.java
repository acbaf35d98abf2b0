package io.sensorium.analysis.flow;

import io.sensorium.analysis.cleaning.Cleaning;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A position in the fold over one user's fixes, and what the phone recognised beside them:
 * cleaning, then stays and trips.
 *
 * <p>The cursor is mutable, the fold is pure: the same saved state and the same rows give the same
 * pieces and the same saved state. Not safe for use by many threads.
 */
public final class FoldCursor {

  /** Changes whenever the same fixes may give other pieces. */
  public static final String VERSION = "11";

  private static final byte FORMAT = 8;

  private final Cleaning cleaning = new Cleaning();
  private final StayDetector detector = new StayDetector();
  private final TripJoiner joiner = new TripJoiner();

  private long lastTimeMicros = Long.MIN_VALUE;
  private boolean wantsSnapshot;

  private FoldCursor() {}

  public static FoldCursor start() {
    return new FoldCursor();
  }

  /**
   * Continues where {@link #save} was called.
   *
   * @throws IllegalArgumentException when the bytes are of another version
   */
  public static FoldCursor restore(byte[] saved) {
    if (saved.length == 0 || saved[0] != FORMAT) {
      throw new IllegalArgumentException("unknown version of a saved fold");
    }
    var in = ByteBuffer.wrap(saved, 1, saved.length - 1);
    var cursor = new FoldCursor();
    cursor.lastTimeMicros = in.getLong();
    cursor.cleaning.restore(in);
    cursor.detector.restore(in);
    cursor.joiner.restore(in);
    return cursor;
  }

  /** The whole state, less than 4 KB, in a form that is compared by value. */
  public byte[] save() {
    var out = ByteBuffer.allocate(MAX_SAVED_BYTES);
    out.put(FORMAT).putLong(lastTimeMicros);
    cleaning.save(out);
    detector.save(out);
    joiner.save(out);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static final int MAX_SAVED_BYTES =
      1 + Long.BYTES + Cleaning.SAVED_BYTES + StayDetector.MAX_SAVED_BYTES + TripJoiner.SAVED_BYTES;

  /**
   * Takes in what the phone recognised. Samples come in order of time; those of an instant before
   * the rows of that instant.
   */
  public void recognise(ActivitySample sample) {
    lastTimeMicros = Math.max(lastTimeMicros, Micros.of(sample.time()));
    detector.recognise(sample);
  }

  /** Folds one row; rows come in the order of {@link FixTrack#compareRows}, each once. */
  public void fold(FixTrack track, int row, PieceSink sink) {
    lastTimeMicros = Math.max(lastTimeMicros, track.timeMicros(row));
    wantsSnapshot = false;
    cleaning.push(track, row);
    detect(sink);
  }

  private void detect(PieceSink sink) {
    joiner.deliverTo(sink);
    while (cleaning.decide()) {
      if (cleaning.hasAccepted()) {
        detector.add(cleaning.accepted(), joiner);
        joiner.stayGoesOn(detector.stayMicros());
        wantsSnapshot |= detector.hasSettled();
      }
    }
  }

  /** Whether the last fold confirmed or closed a stay: a good place for a snapshot. */
  public boolean wantsSnapshot() {
    return wantsSnapshot;
  }

  /** Time of the last row or sample folded, {@link Long#MIN_VALUE} before the first. */
  public long lastTimeMicros() {
    return lastTimeMicros;
  }

  /** What is not closed yet, seen at a tick; does not change the cursor. */
  public Tail tail(long tickMicros) {
    var seen = restore(save());
    List<Piece> pieces = new ArrayList<>();
    seen.cleaning.end();
    seen.detect(pieces::add);
    long goesOnMicros = seen.detector.finish(seen.joiner);
    seen.joiner.release();
    return Tail.of(pieces, joiner.pieces(), goesOnMicros, tickMicros);
  }
}
