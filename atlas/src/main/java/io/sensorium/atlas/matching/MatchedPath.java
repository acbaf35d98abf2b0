package io.sensorium.atlas.matching;

import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.roads.Plane;
import io.sensorium.atlas.roads.RoadClass;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.Micros;
import io.sensorium.core.time.ZoneLookup;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a matched way as a path: the shape of the roads, with times between those of the fixes.
 *
 * <p>Used for one way, by one thread.
 */
final class MatchedPath implements PartSink {

  private static final long STANDSTILL_MICROS = 10 * Micros.PER_SECOND;

  /** A vertex before its time is known. */
  private record Vertex(double latitudeE7, double longitudeE7, double meters, int directed) {}

  private static final int OFF_ROAD = -1;

  private final RoadGraph graph;
  private final Travel travel;
  private final MatchedTrack matched;
  private final FixColumns fixes;
  private final Path travelled;
  private final ZoneLookup zones;
  private final List<PathPoint> points = new ArrayList<>();

  private final List<Vertex> stepVertices = new ArrayList<>();
  private double stepMeters;
  private int step = 1;
  private int speedCursor;

  MatchedPath(
      RoadGraph graph,
      Travel travel,
      MatchedTrack matched,
      FixColumns fixes,
      Path travelled,
      ZoneLookup zones) {
    this.graph = graph;
    this.travel = travel;
    this.matched = matched;
    this.fixes = fixes;
    this.travelled = travelled;
    this.zones = zones;
  }

  /** The whole path. */
  Path path() {
    var first = travelled.points().getFirst();
    points.add(first);
    matched.forEachPart(graph, this);
    finishStep();
    points.add(travelled.points().getLast());
    return new Path(points);
  }

  @Override
  public void onRoad(int partStep, int directed, double fromMeters, double toMeters) {
    finishStepsBefore(partStep);
    addVertex(directed, fromMeters);
    int edge = directed >> 1;
    double length = graph.lengthMeters(directed);
    boolean forward = (directed & 1) == 0;
    int first = graph.firstPoint(edge);
    int last = graph.firstPoint(edge + 1) - 1;
    var plane = new Plane(graph.latitudeE7(first));
    double along = 0;
    int count = last - first;
    for (int i = 1; i < count; i++) {
      int before = forward ? first + i - 1 : last - i + 1;
      int point = forward ? first + i : last - i;
      along +=
          plane.meters(
              graph.latitudeE7(before),
              graph.longitudeE7(before),
              graph.latitudeE7(point),
              graph.longitudeE7(point));
      if (along > fromMeters && along < Math.min(toMeters, length)) {
        stepVertices.add(
            new Vertex(
                graph.latitudeE7(point),
                graph.longitudeE7(point),
                stepMeters + along - fromMeters,
                directed));
      }
    }
    stepMeters += toMeters - fromMeters;
  }

  @Override
  public void offRoad(int partStep) {
    finishStepsBefore(partStep);
    int fix = matched.fix(partStep - 1);
    int next = matched.fix(partStep);
    stepVertices.add(
        new Vertex(fixes.latitudeE7(fix), fixes.longitudeE7(fix), stepMeters, OFF_ROAD));
    stepMeters +=
        new Plane(fixes.latitudeE7(fix))
            .meters(
                fixes.latitudeE7(fix),
                fixes.longitudeE7(fix),
                fixes.latitudeE7(next),
                fixes.longitudeE7(next));
  }

  private void addVertex(int directed, double alongMeters) {
    int edge = directed >> 1;
    double along = (directed & 1) == 0 ? alongMeters : graph.lengthMeters(directed) - alongMeters;
    int point = graph.firstPoint(edge);
    int last = graph.firstPoint(edge + 1) - 1;
    var plane = new Plane(graph.latitudeE7(point));
    for (; point < last - 1; point++) {
      double meters = segmentMeters(plane, point);
      if (along <= meters) {
        break;
      }
      along -= meters;
    }
    double meters = segmentMeters(plane, point);
    double share = meters == 0 ? 0 : Math.clamp(along / meters, 0, 1);
    stepVertices.add(
        new Vertex(
            between(graph.latitudeE7(point), graph.latitudeE7(point + 1), share),
            between(graph.longitudeE7(point), graph.longitudeE7(point + 1), share),
            stepMeters,
            directed));
  }

  private double segmentMeters(Plane plane, int point) {
    return plane.meters(
        graph.latitudeE7(point),
        graph.longitudeE7(point),
        graph.latitudeE7(point + 1),
        graph.longitudeE7(point + 1));
  }

  private static double between(int from, int to, double share) {
    return from + share * ((double) to - from);
  }

  private void finishStepsBefore(int partStep) {
    if (partStep != step) {
      finishStep();
      step = partStep;
    }
  }

  /* Fixes that were passed over tell when the way between the two that were used was gone: how far
   * each is from the first of them, in proportion. */
  private void finishStep() {
    if (stepVertices.isEmpty() || step >= matched.size()) {
      stepVertices.clear();
      return;
    }
    int first = matched.fix(step - 1);
    int last = matched.fix(step);
    double straight = Math.max(1e-3, metersBetween(first, last));
    int vertex = 0;
    double reached = 0;
    for (int fix = first; fix < last; fix++) {
      double next =
          fix + 1 == last
              ? stepMeters
              : Math.max(
                  reached,
                  Math.min(stepMeters, metersBetween(first, fix + 1) / straight * stepMeters));
      for (;
          vertex < stepVertices.size()
              && (stepVertices.get(vertex).meters <= next || fix + 1 == last);
          vertex++) {
        var at = stepVertices.get(vertex);
        double share =
            next > reached ? Math.clamp((at.meters - reached) / (next - reached), 0, 1) : 0;
        add(
            at,
            fixes.timeMicros(fix)
                + Math.round(share * (fixes.timeMicros(fix + 1) - fixes.timeMicros(fix))));
      }
      boolean stood = fixes.timeMicros(fix + 1) - fixes.timeMicros(first) >= STANDSTILL_MICROS;
      if (stood && fix + 2 == last && vertex > 0) {
        add(stepVertices.get(vertex - 1), fixes.timeMicros(fix + 1));
      }
      reached = next;
    }
    stepVertices.clear();
    stepMeters = 0;
  }

  private double metersBetween(int fix, int other) {
    return new Plane(fixes.latitudeE7(fix))
        .meters(
            fixes.latitudeE7(fix),
            fixes.longitudeE7(fix),
            fixes.latitudeE7(other),
            fixes.longitudeE7(other));
  }

  private void add(Vertex vertex, long micros) {
    var position = Path.rounded(vertex.latitudeE7 * 1e-7, vertex.longitudeE7 * 1e-7);
    boolean isRoad = vertex.directed != OFF_ROAD;
    long time = Math.max(micros, points.getLast().timeMicros());
    points.add(
        new PathPoint(
            time,
            position,
            speedKmhAt(time),
            isRoad ? roadType(vertex.directed) : null,
            isRoad ? limitKmh(vertex.directed, position, time) : null));
  }

  private @Nullable String roadType(int directed) {
    var road = graph.roadClass(directed);
    return road.kind() == RoadClass.Kind.ROAD || road.kind() == RoadClass.Kind.PATH
        ? road.tagValue()
        : null;
  }

  private @Nullable Double limitKmh(int directed, LatLon position, long micros) {
    if (travel != Travel.CAR && travel != Travel.BUS) {
      return null;
    }
    if (!graph.hasTimedLimit(directed)) {
      return LimitCode.kmh(graph.limitCode(directed));
    }
    var local = LocalDateTime.ofInstant(Micros.toInstant(micros), zones.zoneAt(position));
    return LimitCode.kmh(graph.limitCodeAt(directed, local));
  }

  private double speedKmhAt(long micros) {
    var all = travelled.points();
    while (speedCursor + 1 < all.size() && all.get(speedCursor + 1).timeMicros() <= micros) {
      speedCursor++;
    }
    var at = all.get(speedCursor);
    if (speedCursor + 1 == all.size() || micros <= at.timeMicros()) {
      return at.speedKmh();
    }
    var next = all.get(speedCursor + 1);
    double share = (micros - at.timeMicros()) / (double) (next.timeMicros() - at.timeMicros());
    double kmh = at.speedKmh() + share * (next.speedKmh() - at.speedKmh());
    return StrictMath.round(kmh * 10) / 10.0;
  }
}
