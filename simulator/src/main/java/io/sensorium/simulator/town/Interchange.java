package io.sensorium.simulator.town;

/** A roundabout outside of a district, where the roads to the other one meet. */
final class Interchange {

  static final double RADIUS_METERS = 25;
  static final int CORNERS = 8;
  private static final double FROM_GATE_METERS = 250;

  private final Point middle;
  private final int firstCrossing;

  private Interchange(Point middle, int firstCrossing) {
    this.middle = middle;
    this.firstCrossing = firstCrossing;
  }

  /**
   * Lays a roundabout, and the road to it from the district's gate.
   *
   * @param towards where the other district is
   */
  static Interchange lay(StreetPlan plan, int gate, Point towards, TrafficLaw law, String name) {
    var from = plan.crossing(gate);
    double bearingRad = StrictMath.toRadians(from.bearingDegTo(towards));
    var middle = from.towards(towards, FROM_GATE_METERS / from.distanceMetersTo(towards));
    int first = -1;
    for (int corner = 0; corner < CORNERS; corner++) {
      int crossing = plan.addCrossing(corner(middle, bearingRad, law.side(), corner));
      first = corner == 0 ? crossing : first;
    }
    for (int corner = 0; corner < CORNERS; corner++) {
      // where traffic keeps right, it goes round against the clock: by falling number
      int next = (corner + CORNERS - 1) % CORNERS;
      plan.add(first + corner, first + next, RoadClass.PRIMARY, Flow.ROUNDABOUT, name);
    }
    var interchange = new Interchange(middle, first);
    plan.add(gate, interchange.crossing(CORNERS / 2), RoadClass.PRIMARY, Flow.BOTH_WAYS, "");
    return interchange;
  }

  /** Corners are numbered from the one ahead, towards the side on which traffic keeps. */
  private static Point corner(Point middle, double bearingRad, int side, int corner) {
    double at = bearingRad + side * 2 * Math.PI * corner / CORNERS;
    return middle.plus(RADIUS_METERS * StrictMath.sin(at), RADIUS_METERS * StrictMath.cos(at));
  }

  Point middle() {
    return middle;
  }

  /** The crossing at a corner: 0 is ahead, 2 at the side on which traffic keeps, 4 behind. */
  int crossing(int corner) {
    return firstCrossing + corner;
  }
}
