package io.sensorium.analysis.flow;

import io.sensorium.analysis.cleaning.CleanFix;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds stays and trips in cleaned fixes, one fix at a time. See docs/algorithms/stays.md.
 *
 * <p>The last stay is kept until the next one is confirmed, because only then is it known whether
 * what lay between was a trip.
 */
final class StayDetector {

  static final int MAX_SAVED_BYTES =
      3 * Spot.MAX_SAVED_BYTES + Excursion.SAVED_BYTES + 2 * 8 + 2 * 4;

  private static final long NONE = Long.MIN_VALUE;
  private static final long CONFIRM_MICROS = 5 * Micros.PER_MINUTE;
  private static final long COARSE_CONFIRM_MICROS = 20 * Micros.PER_MINUTE;
  private static final long DOUBTFUL_CONFIRM_MICROS = 10 * Micros.PER_MINUTE;
  private static final long MOVE_ON_MICROS = 90 * Micros.PER_SECOND;
  private static final long PAUSE_MICROS = 10 * Micros.PER_MINUTE;
  private static final long REST_MICROS = 20 * Micros.PER_MINUTE;
  private static final long SILENCE_MICROS = 3 * Micros.PER_HOUR;
  private static final long LONGEST_BRIDGE_MICROS = 24 * Micros.PER_HOUR;
  private static final double NEIGHBOURHOOD_METERS = 2_000;
  private static final double REST_SPEED_MPS = 0.3;
  private static final double LEAST_NET_METERS = 150;
  private static final double SAME_SPOT_METERS = 100;
  private static final double SURE_NET_METERS = 500;
  private static final double SHORT_NET_METERS = 300;
  private static final long LEAST_TRIP_MICROS = 2 * Micros.PER_MINUTE;

  private final FlatEarth earth = new FlatEarth();
  private final Spot stay = new Spot();
  private final Spot candidate = new Spot();
  private final Spot next = new Spot();
  private final Excursion excursion = new Excursion();

  /** Where the track begins, when no stay is known yet. */
  private long originMicros = NONE;

  private long previousMicros = NONE;
  private int previousLatitudeE7;
  private int previousLongitudeE7;
  private boolean settled;

  /** Whether the last fix confirmed or closed a stay. */
  boolean hasSettled() {
    return settled;
  }

  void add(CleanFix fix, PieceSink sink) {
    settled = false;
    if (previousMicros == NONE) {
      begin(fix);
    } else if (fix.timeMicros() - previousMicros < PAUSE_MICROS || bridge(fix, sink)) {
      follow(fix, sink);
    }
    previousMicros = fix.timeMicros();
    previousLatitudeE7 = fix.latitudeE7();
    previousLongitudeE7 = fix.longitudeE7();
  }

  private void begin(CleanFix fix) {
    stay.clear();
    next.clear();
    candidate.startAt(fix);
    originMicros = fix.timeMicros();
    excursion.startAt(fix, fix.latitudeE7(), fix.longitudeE7());
  }

  private void follow(CleanFix fix, PieceSink sink) {
    if (stay.isPresent() && stay.holds(fix) && !isTravelling()) {
      stay.add(fix);
      if (excursion.isActive()) {
        excursion.clear();
        candidate.clear();
        next.clear();
      }
      return;
    }
    if (!excursion.isActive()) {
      excursion.startAt(fix, stay.centerLatitudeE7(), stay.centerLongitudeE7());
    } else {
      excursion.add(fix);
    }
    followCandidates(fix);
    long neededMicros = candidate.isCoarse() ? COARSE_CONFIRM_MICROS : CONFIRM_MICROS;
    if (candidate.durationMicros() >= neededMicros && !next.isPresent()) {
      settle(false, sink);
    }
  }

  private void followCandidates(CleanFix fix) {
    if (!candidate.isPresent()) {
      candidate.startAt(fix);
    } else if (candidate.holdsOnApproach(fix)) {
      candidate.addOnApproach(fix);
      next.clear();
    } else if (!next.isPresent()) {
      next.startAt(fix);
    } else if (next.holdsOnApproach(fix)) {
      next.addOnApproach(fix);
      if (next.durationMicros() >= MOVE_ON_MICROS) {
        candidate.copyFrom(next);
        next.clear();
      }
    } else {
      candidate.copyFrom(next);
      next.startAt(fix);
    }
  }

  private boolean isTravelling() {
    double outsideMeters = stay.isPresent() ? stay.clearlyOutsideMeters() : 0;
    return excursion.isTravel(insideMicros(), previousMicros, outsideMeters);
  }

  private long insideMicros() {
    return stay.isPresent() ? stay.lastMicros() : originMicros;
  }

  /** The candidate has lasted long enough: it becomes the stay, or a part of it. */
  private void settle(boolean sure, PieceSink sink) {
    double netMeters = stay.isPresent() ? stay.distanceMeters(candidate) : 0;
    candidate.arrive();
    if (!stay.isPresent()) {
      if (isTripFromOrigin()) {
        sink.closed(new Piece.Trip(originMicros, candidate.firstMicros()));
      }
    } else if (isTrip(netMeters, sure)) {
      long departureMicros = excursion.departureMicros(stay);
      sink.closed(stay.stayUntil(departureMicros));
      sink.closed(new Piece.Trip(departureMicros, candidate.firstMicros()));
    } else if (netMeters < LEAST_NET_METERS) {
      stay.absorb(candidate);
      candidate.copyFrom(stay);
    } else {
      return;
    }
    stay.copyFrom(candidate);
    candidate.clear();
    next.clear();
    excursion.clear();
    originMicros = NONE;
    settled = true;
  }

  private boolean isTripFromOrigin() {
    return candidate.firstMicros() - originMicros >= LEAST_TRIP_MICROS
        && excursion.greatestDistanceMeters() >= LEAST_NET_METERS;
  }

  private boolean isTrip(double netMeters, boolean sure) {
    if (netMeters < LEAST_NET_METERS) {
      return isTravelling();
    }
    boolean passedThrough = excursion.steps() >= 3 || netMeters >= SURE_NET_METERS;
    boolean lasts = candidate.durationMicros() >= DOUBTFUL_CONFIRM_MICROS;
    boolean longEnough =
        netMeters >= SHORT_NET_METERS
            || candidate.firstMicros() - stay.lastMicros() >= LEAST_TRIP_MICROS;
    return sure || lasts || (passedThrough && longEnough);
  }

  /**
   * Judges a silence that ends with {@code fix}.
   *
   * @return whether the fold simply goes on; false when it has begun anew after a gap
   */
  private boolean bridge(CleanFix fix, PieceSink sink) {
    long silenceMicros = fix.timeMicros() - previousMicros;
    if (stay.isPresent() && !isTravelling() && stay.holds(fix)) {
      return silenceMicros <= LONGEST_BRIDGE_MICROS || breakAt(fix, sink);
    }
    double distanceMeters =
        earth.distanceMeters(
            previousLatitudeE7, previousLongitudeE7, fix.latitudeE7(), fix.longitudeE7());
    boolean near = distanceMeters <= NEIGHBOURHOOD_METERS + fix.accuracyMeters();
    if (silenceMicros > LONGEST_BRIDGE_MICROS || (silenceMicros > SILENCE_MICROS && !near)) {
      return breakAt(fix, sink);
    }
    if (excursion.isActive() && near && silenceMicros >= REST_MICROS) {
      double speedMps = distanceMeters / (silenceMicros / (double) Micros.PER_SECOND);
      if (speedMps < REST_SPEED_MPS) {
        restAtPrevious(sink);
      }
    }
    return true;
  }

  /** Nobody could have been on the way all the time: the silence was a stay at its beginning. */
  private void restAtPrevious(PieceSink sink) {
    if (next.isPresent() && candidate.distanceMeters(next) > SAME_SPOT_METERS) {
      candidate.copyFrom(next);
    } else if (next.isPresent()) {
      candidate.absorb(next);
    }
    next.clear();
    settle(true, sink);
  }

  private boolean breakAt(CleanFix fix, PieceSink sink) {
    long knownMicros = previousMicros;
    if (stay.isPresent() && !isTravelling()) {
      knownMicros = stay.lastMicros();
      sink.closed(stay.stayUntil(knownMicros));
    } else if (stay.isPresent()) {
      long departureMicros = excursion.departureMicros(stay);
      sink.closed(stay.stayUntil(departureMicros));
      sink.closed(new Piece.Trip(departureMicros, previousMicros));
    } else if (isTravelling()) {
      sink.closed(new Piece.Trip(originMicros, previousMicros));
    }
    sink.closed(new Piece.Gap(knownMicros, fix.timeMicros()));
    begin(fix);
    settled = true;
    return false;
  }

  /** What is not closed yet. */
  Tail tail(List<Piece> closed, long tickMicros) {
    var pieces = new ArrayList<Tail.Open>();
    closed.forEach(piece -> pieces.add(new Tail.Open(piece, false)));
    if (stay.isPresent() && !isTravelling()) {
      long closesMicros = previousMicros + LONGEST_BRIDGE_MICROS;
      return end(pieces, stay.stayUntil(stay.lastMicros()), closesMicros, tickMicros);
    }
    if (!isTravelling()) {
      return new Tail(pieces, Long.MAX_VALUE);
    }
    long startMicros = originMicros;
    if (stay.isPresent()) {
      startMicros = excursion.departureMicros(stay);
      pieces.add(new Tail.Open(stay.stayUntil(startMicros), false));
    }
    var trip = new Piece.Trip(startMicros, previousMicros);
    return end(pieces, trip, previousMicros + SILENCE_MICROS, tickMicros);
  }

  private static Tail end(List<Tail.Open> pieces, Piece last, long closesMicros, long tickMicros) {
    boolean open = tickMicros <= closesMicros;
    pieces.add(new Tail.Open(last, open));
    return new Tail(pieces, open ? closesMicros + 1 : Long.MAX_VALUE);
  }

  void save(ByteBuffer out) {
    stay.save(out);
    candidate.save(out);
    next.save(out);
    excursion.save(out);
    out.putLong(originMicros).putLong(previousMicros);
    out.putInt(previousLatitudeE7).putInt(previousLongitudeE7);
  }

  void restore(ByteBuffer in) {
    stay.restore(in);
    candidate.restore(in);
    next.restore(in);
    excursion.restore(in);
    originMicros = in.getLong();
    previousMicros = in.getLong();
    previousLatitudeE7 = in.getInt();
    previousLongitudeE7 = in.getInt();
  }
}
