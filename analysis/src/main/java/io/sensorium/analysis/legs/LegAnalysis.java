package io.sensorium.analysis.legs;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.List;

/** Splits a closed trip into legs. Legs cover the trip without a hole. */
public final class LegAnalysis {

  private LegAnalysis() {}

  /**
   * Analyses one trip.
   *
   * @param raw all fixes with start &lt;= time &lt;= end of the trip, in order
   * @param activity what the phone took the user to be doing in that time, in order
   * @return at least one leg; neighbours share their instant and their position
   */
  public static List<Leg> analyse(Piece.Trip trip, FixTrack raw, List<ActivitySample> activity) {
    var points = new ArrayList<PathPoint>();
    for (int row = 0; row < raw.size(); row++) {
      long time = raw.timeMicros(row);
      if (points.isEmpty() || time > points.getLast().timeMicros()) {
        var position = Path.rounded(raw.latitudeDeg(row), raw.longitudeDeg(row));
        points.add(new PathPoint(time, position, 0, null, null));
      }
    }
    return List.of(
        new Leg(
            trip.startMicros(),
            trip.endMicros(),
            TransportMode.INSUFFICIENT_DATA,
            activity.isEmpty() ? 0.5 : 0.6,
            new Path(points)));
  }
}
