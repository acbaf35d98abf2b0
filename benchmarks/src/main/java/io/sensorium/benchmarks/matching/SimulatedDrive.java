package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.FixColumns;
import io.sensorium.atlas.roads.Plane;
import io.sensorium.atlas.roads.RoadGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A drive along a route, second by second: where the car was, and where a phone took it to be.
 *
 * <p>The phone's error wanders, by an autoregressive process with a memory of 30 s.
 */
final class SimulatedDrive {

  private static final double MEMORY_SECONDS = 30;
  private static final double WHITE_RATIO = 0.2;
  private static final double ACCELERATION_MPS2 = 1.8;
  private static final double TURN_MPS = 6;
  private static final double STOP_RATIO = 0.08;
  private static final int MOST_STOP_SECONDS = 40;

  private final RoadGraph graph;
  private final DrivenRoute route;
  private final List<EdgePlace> places = new ArrayList<>();

  SimulatedDrive(RoadGraph graph, DrivenRoute route, Random random) {
    this.graph = graph;
    this.route = route;
    drive(random);
  }

  DrivenRoute route() {
    return route;
  }

  /** How long the way is. */
  double lengthMeters() {
    return route.edges().stream().mapToDouble(graph::lengthMeters).sum();
  }

  /** How long it took. */
  int seconds() {
    return places.size() - 1;
  }

  private void drive(Random random) {
    double mps = 0;
    double over = 0;
    double style = 0.85 + 0.3 * random.nextDouble();
    for (int i = 0; i < route.edges().size(); i++) {
      int edge = route.edges().get(i);
      double length = graph.lengthMeters(edge);
      double cruise = style * DrivenRoute.cruiseMps(graph.roadClass(edge));
      boolean turns = i + 1 < route.edges().size() && turnsBehind(edge, route.edges().get(i + 1));
      boolean stops = random.nextDouble() < STOP_RATIO;
      double endMps = stops ? 0.5 : turns ? TURN_MPS : cruise;
      double at = over;
      while (at < length) {
        places.add(EdgePlace.on(graph, edge, at));
        double brakeMps = Math.sqrt(endMps * endMps + 2 * ACCELERATION_MPS2 * (length - at));
        double aim = Math.min(cruise, brakeMps);
        mps = aim > mps ? Math.min(aim, mps + ACCELERATION_MPS2) : Math.max(aim, mps - 3);
        mps = Math.max(mps, 0.5);
        at += mps;
      }
      for (int wait = stops ? random.nextInt(MOST_STOP_SECONDS) : 0; wait > 0; wait--) {
        places.add(EdgePlace.on(graph, edge, length));
      }
      over = at - length;
    }
    int last = route.edges().getLast();
    places.add(EdgePlace.on(graph, last, graph.lengthMeters(last)));
  }

  private boolean turnsBehind(int edge, int next) {
    double length = graph.lengthMeters(edge);
    var before = EdgePlace.on(graph, edge, Math.max(0, length - 15));
    var corner = EdgePlace.on(graph, edge, length);
    var after = EdgePlace.on(graph, next, Math.min(15, graph.lengthMeters(next)));
    var plane = new Plane((int) corner.latitudeE7());
    double inEast = plane.eastMeters((int) before.longitudeE7(), (int) corner.longitudeE7());
    double inNorth = Plane.northMeters((int) before.latitudeE7(), (int) corner.latitudeE7());
    double outEast = plane.eastMeters((int) corner.longitudeE7(), (int) after.longitudeE7());
    double outNorth = Plane.northMeters((int) corner.latitudeE7(), (int) after.latitudeE7());
    double dot = inEast * outEast + inNorth * outNorth;
    double size = Math.hypot(inEast, inNorth) * Math.hypot(outEast, outNorth);
    return dot < 0.8 * size;
  }

  /**
   * What the phone reported, a fix each {@code everySeconds}.
   *
   * @param course how it tells speed and course
   */
  FixColumns fixes(double sigmaMeters, int everySeconds, PhoneCourse course, Random random) {
    var fixes = new FixColumns(places.size() / everySeconds + 2);
    double keep = Math.exp(-1 / MEMORY_SECONDS);
    double wanderSigma = sigmaMeters * Math.sqrt(1 - WHITE_RATIO * WHITE_RATIO);
    double renew = wanderSigma * Math.sqrt(1 - keep * keep);
    double east = wanderSigma * random.nextGaussian();
    double north = wanderSigma * random.nextGaussian();
    for (int second = 0; second < places.size(); second++) {
      course.move(places.get(Math.max(0, second - 1)), places.get(second));
      if (second % everySeconds == 0 || second == places.size() - 1) {
        var place = places.get(second);
        double whiteEast = WHITE_RATIO * sigmaMeters * random.nextGaussian();
        double whiteNorth = WHITE_RATIO * sigmaMeters * random.nextGaussian();
        double eastE7 = (east + whiteEast) / new Plane((int) place.latitudeE7()).eastMetersPerE7();
        fixes.add(
            second * 1_000_000L,
            (int) Math.round(place.latitudeE7() + (north + whiteNorth) / Plane.METERS_PER_E7),
            (int) Math.round(place.longitudeE7() + eastE7),
            1.5 * sigmaMeters,
            course.speedMps(),
            course.courseDeg());
      }
      east = keep * east + renew * random.nextGaussian();
      north = keep * north + renew * random.nextGaussian();
    }
    return fixes;
  }
}
