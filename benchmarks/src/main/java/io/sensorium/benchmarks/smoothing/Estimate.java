package io.sensorium.benchmarks.smoothing;

import io.sensorium.analysis.legs.CleanTrack;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.simulator.town.LocalPlane;
import io.sensorium.simulator.town.Point;

/** What one method says of the same fixes: where somebody was on a plane, and how fast. */
final class Estimate {

  private final double[] east;
  private final double[] north;
  private final double[] mps;

  private Estimate(int size) {
    east = new double[size];
    north = new double[size];
    mps = new double[size];
  }

  /** The fixes as they are; speeds as reported, else from the neighbours. */
  static Estimate raw(FixTrack fixes, LocalPlane plane) {
    var raw = new Estimate(fixes.size());
    for (int i = 0; i < fixes.size(); i++) {
      raw.place(i, plane.toPoint(fixes.position(i)));
    }
    for (int i = 0; i < fixes.size(); i++) {
      int from = Math.max(0, i - 1);
      int to = Math.min(fixes.size() - 1, i + 1);
      double seconds = (fixes.timeMicros(to) - fixes.timeMicros(from)) * 1e-6;
      double slope = raw.point(from).distanceMetersTo(raw.point(to)) / seconds;
      raw.mps[i] = fixes.speedMmps(i) > 0 ? fixes.speedMmps(i) * 1e-3 : slope;
    }
    return raw;
  }

  /** Straight lines fitted to the neighbours, the method before. */
  static Estimate lines(FixTrack fixes, LocalPlane plane) {
    var raw = raw(fixes, plane);
    var lines = new LocalLines(fixes, raw.east, raw.north);
    var estimate = new Estimate(fixes.size());
    for (int i = 0; i < fixes.size(); i++) {
      estimate.place(i, lines.position(i));
      estimate.mps[i] = lines.speedMps(i);
    }
    return estimate;
  }

  /** What the server does. */
  static Estimate smooth(CleanTrack track, LocalPlane plane) {
    var smooth = new Estimate(track.size());
    for (int i = 0; i < track.size(); i++) {
      smooth.place(i, plane.toPoint(new LatLon(track.latitudeDeg(i), track.longitudeDeg(i))));
      smooth.mps[i] = track.speedMps(i);
    }
    return smooth;
  }

  private void place(int i, Point point) {
    east[i] = point.eastMeters();
    north[i] = point.northMeters();
  }

  int size() {
    return mps.length;
  }

  Point point(int i) {
    return new Point(east[i], north[i]);
  }

  double mps(int i) {
    return mps[i];
  }

  /** Length of the way through the fixes {@code from} to {@code to}, both included. */
  double meters(int from, int to) {
    double meters = 0;
    for (int i = from + 1; i <= to; i++) {
      meters += point(i - 1).distanceMetersTo(point(i));
    }
    return meters;
  }
}
