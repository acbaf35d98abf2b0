package io.sensorium.atlas.roads;

import io.sensorium.core.driving.RoadZone;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.timeline.PathPoint;
import java.util.List;
import java.util.Optional;

/** Finds the zones of ways that lie on the roads of some regions. For use by one thread. */
public final class ZoneFinder {

  /** Vertices are rounded to five decimals, and roads bend between them. */
  private static final double ON_ROAD_METERS = 3;

  private static final double E7 = 1e7;

  private final List<RoadGraph> graphs;
  private final NearEdges near = new NearEdges();

  public ZoneFinder(List<RoadGraph> graphs) {
    this.graphs = List.copyOf(graphs);
  }

  /** The zone of the way from one vertex to the next; empty where it is on no road. */
  public Optional<RoadZone> find(PathPoint from, PathPoint to) {
    var type = from.roadType();
    if (type == null) {
      return Optional.empty();
    }
    if (type.equals(RoadClass.MOTORWAY.tagValue())
        || type.equals(RoadClass.MOTORWAY_LINK.tagValue())) {
      return Optional.of(RoadZone.MOTORWAY);
    }
    for (var graph : graphs) {
      int edge = edgeAt(graph, type, from.position(), to.position());
      if (edge >= 0) {
        return Optional.of(graph.isUrban(2 * edge) ? RoadZone.CITY : RoadZone.NON_CITY);
      }
    }
    return Optional.empty();
  }

  /** The edge of that type nearest to the middle between two positions, or -1. */
  private int edgeAt(RoadGraph graph, String type, LatLon from, LatLon to) {
    graph
        .grid()
        .search(
            near,
            middleE7(from.latitudeDeg(), to.latitudeDeg()),
            middleE7(from.longitudeDeg(), to.longitudeDeg()),
            ON_ROAD_METERS);
    int best = -1;
    for (int i = 0; i < near.size(); i++) {
      boolean nearer = best < 0 || near.meters(i) < near.meters(best);
      if (nearer && graph.roadClass(2 * near.edge(i)).tagValue().equals(type)) {
        best = i;
      }
    }
    return best < 0 ? -1 : near.edge(best);
  }

  private static int middleE7(double fromDeg, double toDeg) {
    return (int) Math.round((fromDeg + toDeg) / 2 * E7);
  }
}
