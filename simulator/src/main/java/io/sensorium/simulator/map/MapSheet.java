package io.sensorium.simulator.map;

import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.OsmWriter;
import io.sensorium.simulator.town.LocalPlane;
import io.sensorium.simulator.town.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A map that is being drawn, on a town's plane. Elements get their ids by rising numbers. */
final class MapSheet {

  private final OsmWriter writer = new OsmWriter();
  private final LocalPlane plane;
  private long lastNodeId;
  private long lastWayId;
  private long lastRelationId;

  MapSheet(LocalPlane plane) {
    this.plane = plane;
  }

  /** Draws a node; returns its id. */
  long node(Point at, Map<String, String> tags) {
    var position = plane.toLatLon(at);
    writer.node(++lastNodeId, position.latitudeDeg(), position.longitudeDeg(), tags);
    return lastNodeId;
  }

  /** Draws a way along nodes; returns its id. */
  long way(List<Long> nodes, Map<String, String> tags) {
    writer.way(++lastWayId, tags, nodes.toArray(Long[]::new));
    return lastWayId;
  }

  /** Draws a way and its nodes; returns its id. */
  long line(List<Point> points, Map<String, String> tags) {
    return way(nodes(points), tags);
  }

  /** Draws a way around an area, and its nodes; returns its id. */
  long area(List<Point> corners, Map<String, String> tags) {
    var ring = new ArrayList<>(nodes(corners));
    ring.add(ring.getFirst());
    return way(ring, tags);
  }

  /** Draws nodes without tags, in the order of the points. */
  List<Long> nodes(List<Point> points) {
    return points.stream().map(point -> node(point, Map.of())).toList();
  }

  /** Draws a relation. */
  void relation(List<OsmWriter.Member> members, Map<String, String> tags) {
    writer.relation(++lastRelationId, tags, members.toArray(OsmWriter.Member[]::new));
  }

  static OsmWriter.Member ofWay(long id, String role) {
    return new OsmWriter.Member(ElementType.WAY, id, role);
  }

  static OsmWriter.Member ofNode(long id, String role) {
    return new OsmWriter.Member(ElementType.NODE, id, role);
  }

  void write(Path file) throws IOException {
    writer.write(file);
  }
}
