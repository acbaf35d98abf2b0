package io.sensorium.atlas.surroundings;

import io.sensorium.atlas.segments.SegmentIndex;

/** Tells by the nearest piece of coast whether a position is at sea. For use by one thread. */
final class CoastSide implements SegmentIndex.Visitor {
  /*
   * OpenStreetMap draws coasts with the land on the left, so no ring is needed and a map may cut them
   * off anywhere. When a corner of the coast is nearest, two pieces are equally near; of these the
   * one whose line the position is farther from tells the side (the other may be seen from behind).
   */

  /** Farther from any coast the map says nothing of the sea. */
  static final double REACH_METERS = 3_000;

  private static final double FIRST_METERS = 400;
  private static final double SAME_METERS = 0.05;

  private double nearestMeters = Double.POSITIVE_INFINITY;
  private double lineMeters;
  private boolean seaward;

  private CoastSide() {}

  static boolean isSea(SegmentIndex coasts, double latitudeDeg, double longitudeDeg) {
    if (coasts.size() == 0) {
      return false;
    }
    var side = new CoastSide();
    coasts.visitNear(latitudeDeg, longitudeDeg, FIRST_METERS, side);
    if (side.nearestMeters == Double.POSITIVE_INFINITY) {
      coasts.visitNear(latitudeDeg, longitudeDeg, REACH_METERS, side);
    }
    return side.seaward;
  }

  @Override
  public void visit(
      double meters, double aEast, double aNorth, double bEast, double bNorth, int record) {
    double length = Math.hypot(bEast - aEast, bNorth - aNorth);
    if (length == 0 || meters > nearestMeters + SAME_METERS) {
      return;
    }
    /* The position is the origin: positive when it lies left of the piece, on land. */
    double left = (aEast * bNorth - aNorth * bEast) / length;
    if (meters < nearestMeters - SAME_METERS || Math.abs(left) > lineMeters) {
      lineMeters = Math.abs(left);
      seaward = left < 0;
    }
    nearestMeters = Math.min(nearestMeters, meters);
  }
}
