package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;

/**
 * What is shown of a trip that goes on: its legs up to a fix that is a little behind the newest.
 *
 * @param shown the trip as far as it is shown
 * @param stageMicros the stage that it had reached
 * @param events its legs; the last one goes on
 */
record OpenTrip(Piece.Trip shown, long stageMicros, List<EventDraft> events) {
  /*
   * Legs take the whole trip to tell. Were they told anew at each upload, a trip of n fixes would
   * cost n * n. So an open trip is told in stages: each 30 s at first, and from 16 minutes on each
   * time that it has grown by a 32nd to a 16th. That is at most 24 times its length in all, however
   * long it is. The stages are instants of the trip, not of the uploads, so that what is shown
   * depends on the fixes alone. The trip is told up to the first fix at or behind the stage: a
   * phone with few fixes is shown as far as it has come.
   */

  private static final long FIRST_STAGE_MICROS = 30 * Micros.PER_SECOND;
  private static final int LEAST_STAGES = 16;

  OpenTrip {
    events = List.copyOf(events);
  }

  /** The last stage that a trip has reached. */
  static long stageMicros(Piece.Trip trip) {
    long elapsed = trip.endMicros() - trip.startMicros();
    long stage = FIRST_STAGE_MICROS;
    while (2 * stage <= elapsed / LEAST_STAGES) {
      stage *= 2;
    }
    return trip.startMicros() + elapsed / stage * stage;
  }

  /**
   * A trip that goes on, as far as it is shown.
   *
   * @param fixes all of the trip so far, in order
   */
  static Piece.Trip shown(Piece.Trip trip, FixTrack fixes) {
    long stage = stageMicros(trip);
    int row = fixes.firstRowAtOrAfter(stage);
    return stage == trip.startMicros() || row == fixes.size()
        ? trip
        : new Piece.Trip(trip.startMicros(), Math.min(trip.endMicros(), fixes.timeMicros(row)));
  }

  /** Its events, the last of which is known to go on until a fix of that time. */
  List<EventDraft> eventsUntil(long micros) {
    var known = new ArrayList<>(events);
    known.add(known.removeLast().goingOnUntil(micros));
    return known;
  }

  /** Whether it is what would be shown of that trip once these are added. */
  boolean stillShows(Piece.Trip trip, Signals added) {
    return trip.startMicros() == shown.startMicros()
        && trip.endMicros() >= shown.endMicros()
        && stageMicros(trip) == stageMicros
        && stageMicros > shown.startMicros()
        && !anyWithin(added.fixes())
        && !anyWithin(added.activity());
  }

  private boolean anyWithin(FixTrack fixes) {
    int row = fixes.firstRowAtOrAfter(shown.startMicros());
    return row < fixes.size() && fixes.timeMicros(row) <= shown.endMicros();
  }

  private boolean anyWithin(List<ActivitySample> samples) {
    return samples.stream()
        .mapToLong(sample -> Micros.of(sample.time()))
        .anyMatch(at -> shown.startMicros() <= at && at <= shown.endMicros());
  }
}
