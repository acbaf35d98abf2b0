package io.sensorium.analysis.legs;

import io.sensorium.analysis.flow.Piece;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import java.util.ArrayList;

/** Cuts the way of a trip into the paths of its legs. */
final class LegPaths {

  private final Piece.Trip trip;
  private final CleanTrack track;
  private final FixTrack raw;

  LegPaths(Piece.Trip trip, CleanTrack track, FixTrack raw) {
    this.trip = trip;
    this.track = track;
    this.raw = raw;
  }

  /** The path between two instants of the trip, with a vertex at each of them. */
  Path between(long startMicros, long endMicros) {
    var points = new ArrayList<PathPoint>();
    if (track.size() == 0 && raw.isEmpty()) {
      return Path.EMPTY;
    }
    points.add(at(startMicros));
    int i = track.firstAtOrAfter(startMicros + 1);
    for (; i < track.size() && track.timeMicros(i) < endMicros; i++) {
      points.add(
          point(
              track.timeMicros(i), track.latitudeDeg(i), track.longitudeDeg(i), track.speedMps(i)));
    }
    if (endMicros > startMicros) {
      points.add(at(endMicros));
    }
    return new Path(points);
  }

  /** The vertex at an instant, between the fixes around it. */
  private PathPoint at(long micros) {
    int size = track.size();
    if (size == 0) {
      int row = micros == trip.startMicros() ? 0 : raw.size() - 1;
      return point(micros, raw.latitudeDeg(row), raw.longitudeDeg(row), 0);
    }
    int next = track.firstAtOrAfter(micros);
    if (next == 0 || next == size) {
      int i = Math.min(next, size - 1);
      double mps = track.timeMicros(i) == micros ? track.speedMps(i) : 0;
      return point(micros, track.latitudeDeg(i), track.longitudeDeg(i), mps);
    }
    return interpolated(micros, next - 1);
  }

  private PathPoint interpolated(long micros, int i) {
    double share = (micros - track.timeMicros(i)) * 1e-6 / track.stepSeconds(i);
    double east = track.longitudeDeg(i + 1) - track.longitudeDeg(i);
    east = east > 180 ? east - 360 : east < -180 ? east + 360 : east;
    double longitudeDeg = track.longitudeDeg(i) + share * east;
    longitudeDeg = longitudeDeg > 180 ? longitudeDeg - 360 : longitudeDeg;
    longitudeDeg = longitudeDeg < -180 ? longitudeDeg + 360 : longitudeDeg;
    double latitudeDeg = track.latitudeDeg(i);
    latitudeDeg += share * (track.latitudeDeg(i + 1) - latitudeDeg);
    double mps = track.speedMps(i) * (1 - share) + track.speedMps(i + 1) * share;
    return point(micros, latitudeDeg, longitudeDeg, mps);
  }

  private static PathPoint point(
      long micros, double latitudeDeg, double longitudeDeg, double speedMps) {
    LatLon position = Path.rounded(latitudeDeg, longitudeDeg);
    return new PathPoint(micros, position, StrictMath.round(speedMps * 36) / 10.0, null, null);
  }
}
