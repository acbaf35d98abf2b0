package io.sensorium.analysis.flow;

import io.sensorium.analysis.cleaning.CleanFix;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/**
 * Finds stays and trips in cleaned fixes, one fix at a time. See docs/algorithms/stays.md.
 *
 * <p>The last stay is kept until the next one is confirmed, because only then is it known whether
 * what lay between was a trip.
 */
final class StayDetector {

  static final int MAX_SAVED_BYTES =
      3 * Spot.MAX_SAVED_BYTES
          + Excursion.SAVED_BYTES
          + Pace.SAVED_BYTES
          + MotionRuns.MAX_SAVED_BYTES
          + Departure.SAVED_BYTES
          + 3 * 8
          + 2 * 4;

  private static final long NONE = Long.MIN_VALUE;
  private static final long PACE_MICROS = 2 * Micros.PER_MINUTE;
  private static final long LAST_MICROS = 5 * Micros.PER_MINUTE;
  private static final long RIDE_MICROS = 6 * Micros.PER_MINUTE;
  private static final long CONFIRM_MICROS = 5 * Micros.PER_MINUTE;
  private static final long COARSE_CONFIRM_MICROS = 20 * Micros.PER_MINUTE;
  private static final long DOUBTFUL_CONFIRM_MICROS = 10 * Micros.PER_MINUTE;
  private static final long MOVE_ON_MICROS = 90 * Micros.PER_SECOND;
  private static final long MOVING_MICROS = 150 * Micros.PER_SECOND;
  private static final long MOTION_REMEMBERED_MICROS = Micros.PER_HOUR;
  private static final long PAUSE_MICROS = 10 * Micros.PER_MINUTE;
  private static final long REST_MICROS = 20 * Micros.PER_MINUTE;
  private static final long SILENCE_MICROS = 3 * Micros.PER_HOUR;
  private static final long LONGEST_BRIDGE_MICROS = 24 * Micros.PER_HOUR;
  private static final double NEIGHBOURHOOD_METERS = 2_000;
  private static final double REST_SPEED_MPS = 0.3;
  private static final double LEAST_WALK_MPS = 0.6;
  private static final double LEAST_RIDE_MPS = 3.5;
  private static final double FASTEST_ON_FOOT_MPS = 5.5;
  private static final double LEAST_NET_METERS = 150;
  private static final double SAME_SPOT_METERS = 100;
  private static final double SURE_NET_METERS = 500;
  private static final double SHORT_NET_METERS = 300;
  private static final long LONG_WALK_MICROS = 5 * Micros.PER_MINUTE;
  private static final long LEAST_TRIP_MICROS = 2 * Micros.PER_MINUTE;

  private final FlatEarth earth = new FlatEarth();
  private final Spot stay = new Spot();
  private final Spot candidate = new Spot();
  private final Spot next = new Spot();
  private final Excursion excursion = new Excursion();
  private final Pace pace = new Pace();
  private final MotionRuns motion = new MotionRuns();
  private final TripEdges edges = new TripEdges(motion);

  /** When and how the user set out, once that is past. */
  private Departure setOut = Departure.UNKNOWN;

  /** Where the track begins, when no stay is known yet. */
  private long originMicros = NONE;

  /** No trip from the origin begins earlier: the end of the gap before it. */
  private long earliestMicros = NONE;

  private long previousMicros = NONE;
  private int previousLatitudeE7;
  private int previousLongitudeE7;
  private boolean settled;

  /** Whether the last fix confirmed or closed a stay. */
  boolean hasSettled() {
    return settled;
  }

  /** Takes in what the phone recognised; in order of time, before the fixes of its instant. */
  void recognise(ActivitySample sample) {
    motion.add(sample);
  }

  void add(CleanFix fix, Findings findings) {
    settled = false;
    pace.add(fix);
    if (previousMicros == NONE) {
      begin(fix, edges.originMicros(fix.timeMicros(), NONE), NONE);
    } else if (fix.timeMicros() - previousMicros < PAUSE_MICROS || bridge(fix, findings)) {
      follow(fix, findings);
    }
    previousMicros = fix.timeMicros();
    motion.forgetBefore(previousMicros - MOTION_REMEMBERED_MICROS);
    previousLatitudeE7 = fix.latitudeE7();
    previousLongitudeE7 = fix.longitudeE7();
  }

  private void begin(CleanFix fix, long atMicros, long noEarlierThanMicros) {
    stay.clear();
    next.clear();
    candidate.startAt(fix);
    pace.clear();
    pace.add(fix);
    originMicros = atMicros;
    earliestMicros = noEarlierThanMicros;
    setOut = Departure.UNKNOWN;
    excursion.startAt(fix, fix.latitudeE7(), fix.longitudeE7());
  }

  private void follow(CleanFix fix, Findings findings) {
    if (stay.isPresent() && stay.holds(fix) && !isTravelling()) {
      stay.add(fix);
      if (excursion.isActive()) {
        excursion.clear();
        candidate.clear();
        next.clear();
        setOut = Departure.UNKNOWN;
      }
      return;
    }
    if (stay.isPresent() && stay.isVague(fix) && !isTravelling()) {
      return;
    }
    if (!excursion.isActive()) {
      excursion.startAt(fix, stay.centerLatitudeE7(), stay.centerLongitudeE7());
    } else {
      excursion.add(fix);
    }
    if (!setOut.isKnown() && fix.timeMicros() >= excursion.firstMicros() + RIDE_MICROS) {
      setOut = setOut(fix.timeMicros());
    }
    followCandidates(fix);
    long neededMicros = candidate.isCoarse() ? COARSE_CONFIRM_MICROS : CONFIRM_MICROS;
    if (candidate.durationMicros() >= neededMicros && !next.isPresent()) {
      settle(false, findings);
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
    if (!excursion.isActive()) {
      return false;
    }
    double outsideMeters = stay.isPresent() ? stay.clearlyOutsideMeters() : 0;
    boolean recognised = motion.movingMicros(insideMicros(), previousMicros) >= MOVING_MICROS;
    return excursion.isTravel(insideMicros(), previousMicros, outsideMeters, recognised);
  }

  private long insideMicros() {
    return stay.isPresent() ? stay.lastMicros() : originMicros;
  }

  /** The candidate has lasted long enough: it becomes the stay, or a part of it. */
  private void settle(boolean sure, Findings findings) {
    double netMeters = stay.isPresent() ? stay.distanceMeters(candidate) : 0;
    candidate.arrive();
    candidate.arriveLater(edges.arrivalMicros(candidate));
    if (!stay.isPresent()) {
      if (isTripFromOrigin()) {
        trip(departure(candidate.firstMicros()), candidate.firstMicros(), findings);
      }
    } else if (isTrip(netMeters, sure)) {
      var departure = departure(candidate.firstMicros());
      findings.stay(stay.stayUntil(departure.atMicros()));
      trip(departure, candidate.firstMicros(), findings);
    } else if (netMeters < LEAST_NET_METERS) {
      stay.absorb(candidate);
      candidate.copyFrom(stay);
    } else {
      return;
    }
    stay.copyFrom(candidate);
    stay.forgetApproach();
    candidate.clear();
    next.clear();
    excursion.clear();
    setOut = Departure.UNKNOWN;
    originMicros = NONE;
    settled = true;
  }

  private void trip(Departure departure, long endMicros, Findings findings) {
    long startMicros = departure.atMicros();
    double lastMps = pace.fastestMps(Math.max(startMicros, endMicros - LAST_MICROS), endMicros);
    var ridden = ridden(Math.max(startMicros, endMicros - RIDE_MICROS), endMicros);
    var trip = new Piece.Trip(startMicros, endMicros);
    findings.trip(trip, departure.going(), new Going(lastMps, ridden));
  }

  /** The departure of a trip that ends then. */
  private Departure departure(long endMicros) {
    return setOut.isKnown() ? setOut : setOut(endMicros);
  }

  private Departure setOut(long untilMicros) {
    long outMicros = excursion.firstMicros();
    double fastestMps = pace.fastestMps(insideMicros(), outMicros + PACE_MICROS);
    long riddenUntilMicros = Math.min(untilMicros, outMicros + RIDE_MICROS);
    var going = new Going(fastestMps, ridden(insideMicros(), riddenUntilMicros));
    long atMicros =
        stay.isPresent()
            ? edges.departureMicros(stay, excursion, going)
            : edges.departureMicros(originMicros, earliestMicros, going);
    return new Departure(atMicros, going);
  }

  /** What the phone recognised, unless that is too slow for it. */
  private Ridden ridden(long fromMicros, long toMicros) {
    var ridden = motion.ridden(fromMicros, toMicros);
    double fastestMps = pace.fastestMps(fromMicros, toMicros);
    if (ridden == Ridden.FEET && fastestMps > FASTEST_ON_FOOT_MPS) {
      return Ridden.UNKNOWN; // feet are a part of how that was gone
    }
    boolean tooSlow = fastestMps < LEAST_RIDE_MPS;
    return tooSlow && ridden != Ridden.UNKNOWN ? Ridden.FEET : ridden;
  }

  private boolean isTripFromOrigin() {
    boolean far = excursion.greatestDistanceMeters() >= LEAST_NET_METERS;
    boolean recognised = excursion.firstMicros() - originMicros >= LONG_WALK_MICROS;
    return candidate.firstMicros() - originMicros >= LEAST_TRIP_MICROS && (far || recognised);
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
  private boolean bridge(CleanFix fix, Findings findings) {
    long silenceMicros = fix.timeMicros() - previousMicros;
    if (stay.isPresent() && !isTravelling() && stay.holds(fix)) {
      return silenceMicros <= LONGEST_BRIDGE_MICROS || breakAt(fix, findings);
    }
    double distanceMeters =
        earth.distanceMeters(
            previousLatitudeE7, previousLongitudeE7, fix.latitudeE7(), fix.longitudeE7());
    boolean near = distanceMeters <= NEIGHBOURHOOD_METERS + fix.accuracyMeters();
    if (silenceMicros > LONGEST_BRIDGE_MICROS || (silenceMicros > SILENCE_MICROS && !near)) {
      return breakAt(fix, findings);
    }
    if (excursion.isActive() && near && silenceMicros >= REST_MICROS) {
      double speedMps = distanceMeters / (silenceMicros / (double) Micros.PER_SECOND);
      if (speedMps < REST_SPEED_MPS) {
        rest(fix, distanceMeters, findings);
      }
    }
    return true;
  }

  /**
   * Nobody could have been on the way all the time: the silence was a stay at its beginning, or,
   * when the phone noticed that they went on, at its end.
   */
  private void rest(CleanFix fix, double distanceMeters, Findings findings) {
    long untilMicros = edges.goesOnUntilMicros(previousMicros, fix.timeMicros());
    double walkSeconds = (untilMicros - previousMicros) / (double) Micros.PER_SECOND;
    if (walkSeconds > 0 && distanceMeters >= LEAST_WALK_MPS * walkSeconds) {
      candidate.startAt(fix);
      candidate.beginAt(untilMicros);
    } else if (next.isPresent() && candidate.distanceMeters(next) > SAME_SPOT_METERS) {
      candidate.copyFrom(next);
    } else if (next.isPresent()) {
      candidate.absorb(next);
    }
    next.clear();
    settle(true, findings);
  }

  private boolean breakAt(CleanFix fix, Findings findings) {
    long knownMicros = previousMicros;
    if (stay.isPresent() && !isTravelling()) {
      knownMicros = stay.lastMicros();
      findings.stay(stay.stayUntil(knownMicros));
    } else if (isTravelling()) {
      knownMicros = edges.seenUntilMicros(previousMicros, fix.timeMicros());
      var departure = departure(previousMicros);
      if (stay.isPresent()) {
        findings.stay(stay.stayUntil(departure.atMicros()));
      }
      trip(departure, knownMicros, findings);
    }
    long againMicros = edges.originMicros(fix.timeMicros(), knownMicros);
    findings.gap(new Piece.Gap(knownMicros, againMicros));
    begin(fix, againMicros, againMicros);
    settled = true;
    return false;
  }

  /** How long the stay has lasted that goes on; 0 when there is none. */
  long stayMicros() {
    return stay.isPresent() ? stay.durationMicros() : 0;
  }

  /**
   * Finds what is not closed yet, which ends the detector's use.
   *
   * @return until when the last of it may go on without a fix; {@link Long#MIN_VALUE} when nothing
   *     was found
   */
  long finish(Findings findings) {
    if (stay.isPresent() && !isTravelling()) {
      findings.stay(stay.stayUntil(stay.lastMicros()));
      return previousMicros + LONGEST_BRIDGE_MICROS;
    }
    if (!isTravelling()) {
      return Long.MIN_VALUE;
    }
    var departure = departure(previousMicros);
    if (stay.isPresent()) {
      findings.stay(stay.stayUntil(departure.atMicros()));
    }
    trip(departure, previousMicros, findings);
    return previousMicros + SILENCE_MICROS;
  }

  void save(ByteBuffer out) {
    stay.save(out);
    candidate.save(out);
    next.save(out);
    excursion.save(out);
    pace.save(out);
    motion.save(out);
    setOut.save(out);
    out.putLong(originMicros).putLong(earliestMicros).putLong(previousMicros);
    out.putInt(previousLatitudeE7).putInt(previousLongitudeE7);
  }

  void restore(ByteBuffer in) {
    stay.restore(in);
    candidate.restore(in);
    next.restore(in);
    excursion.restore(in);
    pace.restore(in);
    motion.restore(in);
    setOut = Departure.restore(in);
    originMicros = in.getLong();
    earliestMicros = in.getLong();
    previousMicros = in.getLong();
    previousLatitudeE7 = in.getInt();
    previousLongitudeE7 = in.getInt();
  }
}
