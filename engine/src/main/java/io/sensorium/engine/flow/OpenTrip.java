package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;

/**
 * What is shown of a trip that goes on: its legs up to a fix that is a little behind the newest.
 *
 * @param shown the trip as far as it is shown
 * @param stageMicros the stage that it is shown up to, or {@link #NONE}
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

  static final long NONE = Long.MIN_VALUE;

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

  /** A trip that goes on, as far as it is shown, from all its fixes so far. */
  static Piece.Trip shown(Piece.Trip trip, FixTrack fixes) {
    long stage = shownStageMicros(trip, fixes);
    return stage == NONE
        ? trip
        : new Piece.Trip(trip.startMicros(), fixes.timeMicros(fixes.firstRowAtOrAfter(stage)));
  }

  /** The stage that a trip is shown up to; {@link #NONE} when it is shown as far as it has come. */
  static long shownStageMicros(Piece.Trip trip, FixTrack fixes) {
    long stage = stageMicros(trip);
    int row = fixes.firstRowAtOrAfter(stage);
    boolean reached =
        stage > trip.startMicros()
            && row < fixes.size()
            && fixes.timeMicros(row) <= trip.endMicros();
    return reached ? stage : NONE;
  }

  /** Its events, the last of which is known to go on until a fix of that time. */
  List<EventDraft> eventsUntil(long micros) {
    if (events.isEmpty()) {
      return events; // nobody knows where it led: it has no fix that can be believed
    }
    var known = new ArrayList<>(events);
    known.add(known.removeLast().goingOnUntil(micros));
    return known;
  }

  /** Whether it was derived by these versions. */
  boolean isOf(String basis) {
    return events.isEmpty() || events.getFirst().basis().equals(basis);
  }

  /** Whether it is what would be shown of that trip, once these are added and corrected so. */
  boolean stillShows(Piece.Trip trip, NewItems added, CorrectionsSeen corrections) {
    return trip.startMicros() == shown.startMicros()
        && trip.endMicros() >= shown.endMicros()
        && stageMicros(trip) == stageMicros
        && !added.anyWithin(shown.startMicros(), shown.endMicros())
        && !corrections.changedWithin(shown.startMicros(), shown.endMicros());
  }
}
