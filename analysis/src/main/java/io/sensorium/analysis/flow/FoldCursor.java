package io.sensorium.analysis.flow;

import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A position in the fold over one user's fixes.
 *
 * <p>The cursor is mutable, the fold is pure: the same saved state and the same rows give the same
 * pieces and the same saved state.
 */
public final class FoldCursor {

  /** Changes whenever the same fixes may give other pieces. */
  public static final String VERSION = "1";

  private static final byte FORMAT = 1;
  private static final long CONFIRM_MICROS = 5 * Micros.PER_MINUTE;
  private static final long SILENCE_MICROS = 3 * Micros.PER_HOUR;
  private static final double RADIUS_METERS = 100;

  private long lastTimeMicros = Long.MIN_VALUE;
  private long anchorMicros;
  private int anchorLatitudeE7;
  private int anchorLongitudeE7;
  private int anchorCount;
  private long tripStartMicros = Long.MIN_VALUE;
  private boolean staying;
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
    var in = ByteBuffer.wrap(saved);
    if (in.get() != FORMAT) {
      throw new IllegalArgumentException("unknown version of a saved fold");
    }
    var cursor = new FoldCursor();
    cursor.lastTimeMicros = in.getLong();
    cursor.anchorMicros = in.getLong();
    cursor.anchorLatitudeE7 = in.getInt();
    cursor.anchorLongitudeE7 = in.getInt();
    cursor.anchorCount = in.getInt();
    cursor.tripStartMicros = in.getLong();
    cursor.staying = in.get() == 1;
    cursor.wantsSnapshot = in.get() == 1;
    return cursor;
  }

  /** The whole state, in a form that is compared by value. */
  public byte[] save() {
    var out = ByteBuffer.allocate(39);
    out.put(FORMAT).putLong(lastTimeMicros).putLong(anchorMicros);
    out.putInt(anchorLatitudeE7).putInt(anchorLongitudeE7).putInt(anchorCount);
    out.putLong(tripStartMicros).put((byte) (staying ? 1 : 0));
    out.put((byte) (wantsSnapshot ? 1 : 0));
    return out.array();
  }

  /** Folds one row; rows come in the order of {@link FixTrack#compareRows}, each once. */
  public void fold(FixTrack track, int row, PieceSink sink) {
    long time = track.timeMicros(row);
    wantsSnapshot = false;
    if (lastTimeMicros == Long.MIN_VALUE) {
      moveAnchor(track, row);
      tripStartMicros = time;
    } else if (distanceToAnchorMeters(track, row) <= RADIUS_METERS) {
      inside(time, sink);
    } else {
      outside(track, row, sink);
    }
    lastTimeMicros = time;
  }

  private void inside(long time, PieceSink sink) {
    anchorCount = Math.min(anchorCount + 1, Piece.Stay.MAX_FIX_COUNT);
    if (!staying && time - anchorMicros >= CONFIRM_MICROS) {
      if (anchorMicros > tripStartMicros) {
        sink.closed(new Piece.Trip(tripStartMicros, anchorMicros));
      }
      staying = true;
      wantsSnapshot = true;
    }
  }

  private void outside(FixTrack track, int row, PieceSink sink) {
    if (staying) {
      sink.closed(stay());
      tripStartMicros = lastTimeMicros;
      staying = false;
      wantsSnapshot = true;
    }
    if (track.timeMicros(row) - lastTimeMicros > SILENCE_MICROS) {
      if (lastTimeMicros > tripStartMicros) {
        sink.closed(new Piece.Trip(tripStartMicros, lastTimeMicros));
      }
      sink.closed(new Piece.Gap(lastTimeMicros, track.timeMicros(row)));
      tripStartMicros = track.timeMicros(row);
    }
    moveAnchor(track, row);
  }

  private void moveAnchor(FixTrack track, int row) {
    anchorMicros = track.timeMicros(row);
    anchorLatitudeE7 = track.latitudeE7(row);
    anchorLongitudeE7 = track.longitudeE7(row);
    anchorCount = 1;
  }

  private Piece.Stay stay() {
    var center = new LatLon(anchorLatitudeE7 * 1e-7, anchorLongitudeE7 * 1e-7);
    return new Piece.Stay(anchorMicros, lastTimeMicros, center, RADIUS_METERS, anchorCount);
  }

  private double distanceToAnchorMeters(FixTrack track, int row) {
    return Geodesy.distanceMeters(
        anchorLatitudeE7 * 1e-7,
        anchorLongitudeE7 * 1e-7,
        track.latitudeDeg(row),
        track.longitudeDeg(row));
  }

  /** Whether the last fold confirmed or closed a stay: a good place for a snapshot. */
  public boolean wantsSnapshot() {
    return wantsSnapshot;
  }

  /** Time of the last row folded, {@link Long#MIN_VALUE} before the first. */
  public long lastTimeMicros() {
    return lastTimeMicros;
  }

  /** What is not closed yet, seen at a tick; does not change the cursor. */
  public Tail tail(long tickMicros) {
    if (lastTimeMicros == Long.MIN_VALUE) {
      return new Tail(List.of(), Long.MAX_VALUE);
    }
    var pieces = new ArrayList<Tail.Open>();
    long review = Long.MAX_VALUE;
    if (staying) {
      pieces.add(new Tail.Open(stay(), true));
    } else if (lastTimeMicros > tripStartMicros) {
      boolean open = tickMicros - lastTimeMicros <= SILENCE_MICROS;
      pieces.add(new Tail.Open(new Piece.Trip(tripStartMicros, lastTimeMicros), open));
      review = open ? lastTimeMicros + SILENCE_MICROS + 1 : Long.MAX_VALUE;
    }
    return new Tail(pieces, review);
  }
}
