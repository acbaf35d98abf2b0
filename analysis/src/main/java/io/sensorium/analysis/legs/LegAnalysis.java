package io.sensorium.analysis.legs;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a closed trip into legs and names the mode of each. See docs/algorithms/legs.md.
 *
 * <p>Legs cover the trip without a hole; neighbours share their instant and their position.
 */
public final class LegAnalysis {

  private static final int LEAST_FIXES = 3;

  private LegAnalysis() {}

  /**
   * Analyses one trip.
   *
   * @param raw all fixes with start &lt;= time &lt;= end of the trip, in order
   * @param activity what the phone took the user to be doing in that time, in order
   * @return at least one leg
   */
  public static List<Leg> analyse(Piece.Trip trip, FixTrack raw, List<ActivitySample> activity) {
    var track = new CleanTrack(raw);
    var paths = new LegPaths(trip, track, raw);
    if (track.size() < LEAST_FIXES || trip.endMicros() - trip.startMicros() < Steps.STEP_MICROS) {
      var path = paths.between(trip.startMicros(), trip.endMicros());
      var mode = TransportMode.INSUFFICIENT_DATA;
      return List.of(new Leg(trip.startMicros(), trip.endMicros(), mode, 0, path));
    }
    var steps = new Steps(trip.startMicros(), trip.endMicros(), track, activity);
    var spans = MotionSpan.listOf(steps);
    var legs = new ArrayList<Leg>();
    for (int i = 0; i < spans.size(); i++) {
      var span = spans.get(i);
      long start = i == 0 ? trip.startMicros() : steps.startMicros(span.from());
      long end = i == spans.size() - 1 ? trip.endMicros() : steps.startMicros(span.to());
      legs.add(leg(start, end, steps, spans, i, paths));
    }
    return List.copyOf(legs);
  }

  private static Leg leg(
      long start, long end, Steps steps, List<MotionSpan> spans, int i, LegPaths paths) {
    var span = spans.get(i);
    var path = paths.between(start, end);
    double ratio = span.ratio(steps);
    return switch (span.motion()) {
      case WALK -> new Leg(start, end, TransportMode.WALKING, ratio, path);
      case BIKE -> new Leg(start, end, TransportMode.BIKING, ratio, path);
      case VEHICLE -> {
        var ride = Ride.of(steps, span.from(), span.to());
        var mode = new RideMode(ride, waitSeconds(steps, spans, i), rides(spans) - 1);
        yield new Leg(start, end, mode.mode(), rounded(ratio * mode.ratio()), path);
      }
    };
  }

  private static double rounded(double ratio) {
    return StrictMath.round(ratio * 100) / 100.0;
  }

  private static int rides(List<MotionSpan> spans) {
    return (int) spans.stream().filter(span -> span.motion() != Motion.WALK).count();
  }

  /** The longest halt in the last five minutes before a ride. */
  private static double waitSeconds(Steps steps, List<MotionSpan> spans, int i) {
    if (i == 0) {
      return 0;
    }
    int from = Math.max(spans.get(i - 1).from(), spans.get(i).from() - 30);
    int longest = 0;
    int run = 0;
    for (int step = from; step < spans.get(i).from(); step++) {
      run = steps.speedMps(step) < 0.7 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest * (Steps.STEP_MICROS * 1e-6);
  }
}
