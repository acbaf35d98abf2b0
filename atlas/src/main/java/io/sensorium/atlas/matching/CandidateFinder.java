package io.sensorium.atlas.matching;

import io.sensorium.atlas.roads.NearEdges;
import io.sensorium.atlas.roads.Plane;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;

/** Finds where in the network a fix may have been, and how well each place explains it. */
final class CandidateFinder {

  private static final int MOST_EDGES = 48;

  /** So many of the nearest are looked at however far they are; more only within some sigma. */
  private static final int LEAST_EDGES = 12;

  private static final double CLOSE_IN_SIGMA = 3;

  private static final double RADIUS_IN_SIGMA = 4;

  /** Slower fixes do not tell their course. */
  private static final double COURSE_MPS = 3;

  private static final double MOST_COURSE_COST = 4;

  /** A fix nearer than that lies on the road. */
  private static final double LEAST_OFF_METERS = 0.1;

  private static final double WRONG_WAY_COST = 1;

  private final RoadGraph graph;
  private final Travel travel;
  private final FixColumns fixes;
  private final MatchSettings settings;
  private final NearEdges near = new NearEdges();
  private final WanderingErrors errors;
  private final double[] nearest = new double[MOST_EDGES];

  CandidateFinder(
      RoadGraph graph,
      Travel travel,
      FixColumns fixes,
      MatchSettings settings,
      WanderingErrors errors) {
    this.errors = errors;
    this.graph = graph;
    this.travel = travel;
    this.fixes = fixes;
    this.settings = settings;
  }

  /** The error that a fix is expected to have across the road. */
  double sigmaMeters(int fix) {
    double accuracy = fixes.accuracyMeters(fix);
    return Double.isNaN(accuracy)
        ? settings.unknownSigmaMeters()
        : Math.clamp(accuracy / 1.5, settings.leastSigmaMeters(), settings.mostSigmaMeters());
  }

  /** A plane around the fix that was looked at last. */
  Plane plane() {
    return near.plane();
  }

  /**
   * Adds the candidates of a fix.
   *
   * @param weight how much it counts on what kind of road the fix is, 0 to 1
   */
  void find(int fix, double weight, Candidates candidates) {
    double sigma = sigmaMeters(fix);
    double radius = Math.max(settings.radiusMeters(), RADIUS_IN_SIGMA * sigma);
    graph.grid().search(near, fixes.latitudeE7(fix), fixes.longitudeE7(fix), radius);
    double farthest = farthestOfNearest(CLOSE_IN_SIGMA * sigma);
    for (int i = 0; i < near.size(); i++) {
      if (near.meters(i) <= farthest && graph.isUsable(2 * near.edge(i), travel)) {
        addBoth(fix, i, weight, candidates);
      }
    }
  }

  /** How far the farthest of those edges may be that are looked at. */
  private double farthestOfNearest(double closeMeters) {
    int count = 0;
    for (int i = 0; i < near.size(); i++) {
      if (!graph.isUsable(2 * near.edge(i), travel)) {
        continue;
      }
      double meters = near.meters(i);
      if (count < MOST_EDGES) {
        count++;
      } else if (meters >= nearest[MOST_EDGES - 1]) {
        continue;
      }
      int at = count - 1;
      for (; at > 0 && nearest[at - 1] > meters; at--) {
        nearest[at] = nearest[at - 1];
      }
      nearest[at] = meters;
    }
    if (count <= LEAST_EDGES) {
      return Double.MAX_VALUE;
    }
    return Math.clamp(closeMeters, nearest[LEAST_EDGES - 1], nearest[count - 1]);
  }

  private void addBoth(int fix, int i, double weight, Candidates candidates) {
    int edge = near.edge(i);
    double along = alongMeters(edge, near.segmentPoint(i), near.segmentShare(i));
    double course = fixes.courseDeg(fix);
    boolean tellsCourse = fixes.speedMps(fix) > COURSE_MPS && !Double.isNaN(course);
    double away = tellsCourse ? courseDifferenceDeg(near.segmentPoint(i), course) : 0;
    for (int directed = 2 * edge; directed <= 2 * edge + 1; directed++) {
      boolean forward = (directed & 1) == 0;
      double courseCost = tellsCourse ? courseCost(forward ? away : 180 - away) : 0;
      double wrongWay = graph.isAllowed(directed, travel) ? 0 : WRONG_WAY_COST;
      int candidate =
          candidates.add(
              directed,
              forward ? along : graph.lengthMeters(directed) - along,
              weight * RoadPriors.cost(graph.roadClass(directed)) + courseCost + wrongWay);
      measure(fix, i, candidate);
    }
  }

  /** Tells how far the fix is off the road, and in which direction. */
  private void measure(int fix, int i, int candidate) {
    int point = near.segmentPoint(i);
    double eastMeters = segmentEastMeters(point);
    double northMeters = segmentNorthMeters(point);
    double offEast =
        near.plane().eastMeters(graph.longitudeE7(point), fixes.longitudeE7(fix))
            - near.segmentShare(i) * eastMeters;
    double offNorth =
        Plane.northMeters(graph.latitudeE7(point), fixes.latitudeE7(fix))
            - near.segmentShare(i) * northMeters;
    double off = Math.hypot(offEast, offNorth);
    double length = Math.hypot(eastMeters, northMeters);
    if (off > LEAST_OFF_METERS || length == 0) {
      errors.measure(candidate, off == 0 ? 1 : offEast / off, off == 0 ? 0 : offNorth / off, off);
    } else {
      errors.measure(candidate, -northMeters / length, eastMeters / length, 0);
    }
  }

  private double segmentEastMeters(int point) {
    return near.plane().eastMeters(graph.longitudeE7(point), graph.longitudeE7(point + 1));
  }

  private double segmentNorthMeters(int point) {
    return Plane.northMeters(graph.latitudeE7(point), graph.latitudeE7(point + 1));
  }

  private double courseCost(double awayDeg) {
    double inSigma = awayDeg / settings.courseSigmaDeg();
    return Math.min(MOST_COURSE_COST, inSigma * inSigma / 2);
  }

  private double courseDifferenceDeg(int point, double courseDeg) {
    double bearing =
        StrictMath.toDegrees(StrictMath.atan2(segmentEastMeters(point), segmentNorthMeters(point)));
    double difference = Math.abs(bearing - courseDeg) % 360;
    return difference > 180 ? 360 - difference : difference;
  }

  private double alongMeters(int edge, int segmentPoint, double share) {
    double along = 0;
    for (int point = graph.firstPoint(edge); point < segmentPoint; point++) {
      along += segmentMeters(point);
    }
    return Math.min(graph.lengthMeters(2 * edge), along + share * segmentMeters(segmentPoint));
  }

  private double segmentMeters(int point) {
    return near.plane()
        .meters(
            graph.latitudeE7(point),
            graph.longitudeE7(point),
            graph.latitudeE7(point + 1),
            graph.longitudeE7(point + 1));
  }
}
