package io.sensorium.analysis.flow;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells waits on the way from visits: a short stay at which somebody changes from their feet to a
 * vehicle, or from one vehicle to another, is part of the trip. See docs/algorithms/stays.md.
 *
 * <p>The last trip is held, and the short stay behind it, until it is known how the user went on.
 */
final class TripJoiner implements Findings {

  static final int SAVED_BYTES = 1 + 2 * 8 + 2 * Going.SAVED_BYTES + 5 * 8 + 4;

  /** No longer stay is a wait. */
  static final long LONGEST_WAIT_MICROS = 30 * Micros.PER_MINUTE;

  private static final long LONGEST_HALT_MICROS = 5 * Micros.PER_MINUTE;
  private static final long LONGEST_CHANGE_MICROS = 12 * Micros.PER_MINUTE;
  private static final double RAIL_MPS = 17;
  private static final double FASTER_THAN_BICYCLES_MPS = 8;
  private static final double VEHICLE_MPS = 5.5;

  private record Held(Piece.Trip trip, Going first, Going last) {}

  private PieceSink sink = piece -> {};
  private @Nullable Held held;
  private Piece.@Nullable Stay wait;

  /** From now on pieces go there. */
  void deliverTo(PieceSink receiver) {
    sink = receiver;
  }

  @Override
  public void stay(Piece.Stay stay) {
    if (held != null && stay.endMicros() - stay.startMicros() <= LONGEST_WAIT_MICROS) {
      wait = stay;
    } else {
      release();
      sink.closed(stay);
    }
  }

  @Override
  public void trip(Piece.Trip trip, Going first, Going last) {
    var before = held;
    if (before != null && wait != null && isWait(wait, before.last(), first)) {
      var whole = new Piece.Trip(before.trip().startMicros(), trip.endMicros());
      held = new Held(whole, before.first(), last);
      wait = null;
    } else {
      release();
      held = new Held(trip, first, last);
    }
  }

  @Override
  public void gap(Piece.Gap gap) {
    release();
    sink.closed(gap);
  }

  /** A wait ends with a ride; nobody waits and then walks on. */
  private static boolean isWait(Piece.Stay stay, Going before, Going behind) {
    long micros = stay.endMicros() - stay.startMicros();
    if (!isRide(behind, VEHICLE_MPS)) {
      return false;
    }
    if (micros <= LONGEST_HALT_MICROS || !isRide(before, FASTER_THAN_BICYCLES_MPS)) {
      return true;
    }
    boolean fast = before.fastestMps() >= RAIL_MPS && behind.fastestMps() >= RAIL_MPS;
    return fast && micros <= LONGEST_CHANGE_MICROS;
  }

  /** By what was recognised, or by a speed at which nobody goes otherwise. */
  private static boolean isRide(Going going, double leastMps) {
    return switch (going.ridden()) {
      case VEHICLE -> true;
      case BICYCLE -> false;
      case FEET, UNKNOWN -> going.fastestMps() >= leastMps;
    };
  }

  /** The stay that goes on has lasted so long. */
  void stayGoesOn(long micros) {
    if (micros > LONGEST_WAIT_MICROS && held != null && wait == null) {
      release();
    }
  }

  /** Lets go what is held. */
  void release() {
    if (held != null) {
      sink.closed(held.trip());
      held = null;
    }
    if (wait != null) {
      sink.closed(wait);
      wait = null;
    }
  }

  /** What is held. */
  List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    if (held != null) {
      pieces.add(held.trip());
    }
    if (wait != null) {
      pieces.add(wait);
    }
    return pieces;
  }

  void save(ByteBuffer out) {
    out.put((byte) ((held == null ? 0 : 1) + (wait == null ? 0 : 2)));
    if (held != null) {
      out.putLong(held.trip().startMicros()).putLong(held.trip().endMicros());
      held.first().save(out);
      held.last().save(out);
    }
    if (wait != null) {
      out.putLong(wait.startMicros()).putLong(wait.endMicros());
      out.putDouble(wait.center().latitudeDeg()).putDouble(wait.center().longitudeDeg());
      out.putDouble(wait.radiusMeters()).putInt(wait.fixCount());
    }
  }

  void restore(ByteBuffer in) {
    int present = in.get();
    held = (present & 1) == 0 ? null : restoreHeld(in);
    wait = (present & 2) == 0 ? null : restoreWait(in);
  }

  private static Held restoreHeld(ByteBuffer in) {
    return new Held(
        new Piece.Trip(in.getLong(), in.getLong()), Going.restore(in), Going.restore(in));
  }

  private static Piece.Stay restoreWait(ByteBuffer in) {
    return new Piece.Stay(
        in.getLong(),
        in.getLong(),
        new LatLon(in.getDouble(), in.getDouble()),
        in.getDouble(),
        in.getInt());
  }
}
