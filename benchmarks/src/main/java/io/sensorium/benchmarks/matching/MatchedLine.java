package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.matching.FixColumns;
import io.sensorium.atlas.matching.MatchedTrack;
import io.sensorium.atlas.matching.PartSink;
import io.sensorium.atlas.roads.Plane;
import io.sensorium.atlas.roads.RoadGraph;

/** Draws the line of a matched way. */
final class MatchedLine implements PartSink {

  private final RoadGraph graph;
  private final MatchedTrack matched;
  private final FixColumns fixes;
  private final TrackLine line = new TrackLine();
  private double offRoadMeters;

  private MatchedLine(RoadGraph graph, MatchedTrack matched, FixColumns fixes) {
    this.graph = graph;
    this.matched = matched;
    this.fixes = fixes;
  }

  static MatchedLine of(RoadGraph graph, MatchedTrack matched, FixColumns fixes) {
    var drawn = new MatchedLine(graph, matched, fixes);
    matched.forEachPart(graph, drawn);
    return drawn;
  }

  TrackLine line() {
    return line;
  }

  /** How much of it lies away from the network. */
  double offRoadMeters() {
    return offRoadMeters;
  }

  @Override
  public void onRoad(int step, int directed, double fromMeters, double toMeters) {
    add(EdgePlace.on(graph, directed, fromMeters));
    for (int i = 1; i < 1 + EdgePlace.segments(graph, directed); i++) {
      double along = EdgePlace.metersTo(graph, directed, i);
      if (along > fromMeters && along < toMeters) {
        add(EdgePlace.on(graph, directed, along));
      }
    }
    add(EdgePlace.on(graph, directed, toMeters));
  }

  private void add(EdgePlace place) {
    line.add(place.latitudeE7() * 1e-7, place.longitudeE7() * 1e-7);
  }

  @Override
  public void offRoad(int step) {
    int from = matched.fix(step - 1);
    int to = matched.fix(step);
    offRoadMeters +=
        new Plane(fixes.latitudeE7(from))
            .meters(
                fixes.latitudeE7(from),
                fixes.longitudeE7(from),
                fixes.latitudeE7(to),
                fixes.longitudeE7(to));
    line.add(fixes.latitudeE7(from) * 1e-7, fixes.longitudeE7(from) * 1e-7);
    line.add(fixes.latitudeE7(to) * 1e-7, fixes.longitudeE7(to) * 1e-7);
  }
}
