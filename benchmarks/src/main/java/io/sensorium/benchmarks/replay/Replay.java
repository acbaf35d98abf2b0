package io.sensorium.benchmarks.replay;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.SeenEvent;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;

/**
 * What one phone recorded, ready to be folded.
 *
 * @param fixes in order, each once
 * @param activity in order
 */
public record Replay(FixTrack fixes, List<ActivitySample> activity) {

  public Replay {
    activity = List.copyOf(activity);
  }

  /** The same with at least so long from one fix to the next. */
  public Replay thinned(double seconds) {
    var kept = new FixTrack.Builder(fixes.size());
    long nextMicros = Long.MIN_VALUE;
    for (int row = 0; row < fixes.size(); row++) {
      if (fixes.timeMicros(row) >= nextMicros) {
        kept.addRow(fixes, row);
        nextMicros = fixes.timeMicros(row) + (long) (seconds * Micros.PER_SECOND);
      }
    }
    return new Replay(kept.build(), activity);
  }

  /** Stays, trips and gaps, what is still open at the end included. */
  public List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    var cursor = FoldCursor.start();
    int next = 0;
    for (int row = 0; row < fixes.size(); row++) {
      next = recognise(cursor, next, fixes.timeMicros(row));
      cursor.fold(fixes, row, pieces::add);
    }
    recognise(cursor, next, Long.MAX_VALUE);
    cursor.tail(cursor.lastTimeMicros()).pieces().forEach(part -> pieces.add(part.piece()));
    return pieces;
  }

  private int recognise(FoldCursor cursor, int from, long untilMicros) {
    int next = from;
    while (next < activity.size() && Micros.of(activity.get(next).time()) <= untilMicros) {
      cursor.recognise(activity.get(next++));
    }
    return next;
  }

  /** The fixes of a trip. */
  public FixTrack fixesOf(Piece.Trip trip) {
    int from = fixes.firstRowAtOrAfter(trip.startMicros());
    return fixes.slice(from, fixes.firstRowAtOrAfter(trip.endMicros() + 1));
  }

  /** What the phone recognised in a trip. */
  public List<ActivitySample> activityOf(Piece.Trip trip) {
    return activity.subList(
        firstAtOrAfter(trip.startMicros()), firstAtOrAfter(trip.endMicros() + 1));
  }

  private int firstAtOrAfter(long micros) {
    int low = 0;
    int high = activity.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Micros.of(activity.get(middle).time()) < micros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The timeline, as the server would answer it. */
  public SeenTimeline timeline(LegAnalysis legs) {
    var events = new ArrayList<SeenEvent>();
    for (var piece : pieces()) {
      switch (piece) {
        case Piece.Gap _ -> {}
        case Piece.Stay stay ->
            events.add(new SeenEvent.Stay(new Interval(stay.startMicros(), stay.endMicros())));
        case Piece.Trip trip ->
            legs.analyse(trip, fixesOf(trip), activityOf(trip))
                .forEach(
                    leg ->
                        events.add(
                            new SeenEvent.Leg(
                                new Interval(leg.startMicros(), leg.endMicros()), leg.mode())));
      }
    }
    return new SeenTimeline(events);
  }
}
