package io.sensorium.simulator.town;

import java.util.ArrayList;
import java.util.List;

/** Lays what joins the districts, and the roads that lead out of the town. */
final class RuralRoads {

  private static final double JOINT_METERS = 400;
  private static final double MOTORWAY_BOW_METERS = 900;
  private static final double ROAD_BOW_METERS = 500;
  private static final double RAMP_METERS = 300;
  private static final double HALF_MEDIAN_METERS = 12;

  private final StreetPlan plan;
  private final TrafficLaw law;

  RuralRoads(StreetPlan plan, TrafficLaw law) {
    this.plan = plan;
    this.law = law;
  }

  /** Joins two gates by a motorway with two carriageways and by a road, from roundabouts. */
  void join(int gate, int otherGate) {
    var here = Interchange.lay(plan, gate, plan.crossing(otherGate), law, "Gate Circle");
    var there = Interchange.lay(plan, otherGate, plan.crossing(gate), law, "Meadows Circle");
    var bow = new Bow(here.middle(), there.middle(), law.side() * MOTORWAY_BOW_METERS);
    carriageway(bow, 1, here.crossing(1), there.crossing(7));
    carriageway(bow, -1, there.crossing(0), here.crossing(0));
    var road =
        new Bow(
            plan.crossing(here.crossing(6)),
            plan.crossing(there.crossing(2)),
            -law.side() * ROAD_BOW_METERS);
    chain(
        road.crossings(plan, here.crossing(6), there.crossing(2)),
        RoadClass.SECONDARY,
        Flow.BOTH_WAYS,
        "Old Meadows Road");
  }

  /**
   * Lays one carriageway with its ramps.
   *
   * @param direction 1 for the one that goes the way of the bow, -1 for the other
   */
  private void carriageway(Bow bow, int direction, int from, int to) {
    double ramp = RAMP_METERS / bow.chordMeters();
    int pieces = (int) (bow.chordMeters() / JOINT_METERS);
    var crossings = new ArrayList<Integer>();
    for (int i = 0; i <= pieces; i++) {
      double fraction = ramp + (1 - 2 * ramp) * i / pieces;
      double along = direction == 1 ? fraction : 1 - fraction;
      double aside = direction * law.side() * HALF_MEDIAN_METERS;
      crossings.add(plan.addCrossing(bow.at(along, aside)));
    }
    plan.add(from, crossings.getFirst(), RoadClass.MOTORWAY_LINK, Flow.ONE_WAY, "");
    chain(crossings, RoadClass.MOTORWAY, Flow.ONE_WAY, "");
    plan.add(crossings.getLast(), to, RoadClass.MOTORWAY_LINK, Flow.ONE_WAY, "");
  }

  private void chain(List<Integer> crossings, RoadClass road, Flow flow, String name) {
    for (int i = 1; i < crossings.size(); i++) {
      plan.add(crossings.get(i - 1), crossings.get(i), road, flow, name);
    }
  }

  /** A road from a crossing to points outside, one after the other; returns its last crossing. */
  int leadOut(int from, RoadClass road, String name, List<Point> by) {
    int last = from;
    for (var point : by) {
      int next = plan.addCrossing(point);
      plan.add(last, next, road, Flow.BOTH_WAYS, name);
      last = next;
    }
    return last;
  }

  /** A line between two points that bows out to its right by as much as is said. */
  private record Bow(Point from, Point to, double bowMeters) {

    double chordMeters() {
      return from.distanceMetersTo(to);
    }

    Point at(double fraction, double asideMeters) {
      double meters = chordMeters();
      double east = (to.northMeters() - from.northMeters()) / meters;
      double north = -(to.eastMeters() - from.eastMeters()) / meters;
      double aside = bowMeters * StrictMath.sin(Math.PI * fraction) + asideMeters;
      return from.towards(to, fraction).plus(aside * east, aside * north);
    }

    List<Integer> crossings(StreetPlan plan, int first, int last) {
      int pieces = (int) Math.max(2, chordMeters() / JOINT_METERS);
      var crossings = new ArrayList<Integer>();
      crossings.add(first);
      for (int i = 1; i < pieces; i++) {
        crossings.add(plan.addCrossing(at((double) i / pieces, 0)));
      }
      crossings.add(last);
      return crossings;
    }
  }
}
