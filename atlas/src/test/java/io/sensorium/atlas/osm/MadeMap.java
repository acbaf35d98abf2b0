package io.sensorium.atlas.osm;

import io.sensorium.atlas.osm.OsmWriter.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A map that is made of points and lines in degrees; nodes get their ids by themselves. */
public final class MadeMap {

  private final OsmWriter writer = new OsmWriter();
  private long lastId;

  /** A node with tags; returns its id. */
  public long point(Map<String, String> tags, double latitudeDeg, double longitudeDeg) {
    writer.node(++lastId, latitudeDeg, longitudeDeg, tags);
    return lastId;
  }

  /** A way along positions, latitude and longitude by turns; returns its id. */
  public long line(Map<String, String> tags, double... degrees) {
    var nodes = new ArrayList<Long>();
    for (int i = 0; i < degrees.length; i += 2) {
      boolean closes = i > 0 && degrees[i] == degrees[0] && degrees[i + 1] == degrees[1];
      nodes.add(closes ? nodes.getFirst() : point(Map.of(), degrees[i], degrees[i + 1]));
    }
    writer.way(++lastId, tags, nodes.toArray(new Long[0]));
    return lastId;
  }

  /** A closed way around a box; returns its id. */
  public long box(Map<String, String> tags, double south, double west, double north, double east) {
    return line(tags, south, west, south, east, north, east, north, west, south, west);
  }

  /** A relation whose only member is a box, with nodes that stand for it. */
  public void area(
      Map<String, String> tags,
      double south,
      double west,
      double north,
      double east,
      long... labels) {
    var members = new ArrayList<Member>();
    members.add(new Member(ElementType.WAY, box(Map.of(), south, west, north, east), "outer"));
    for (long label : labels) {
      members.add(new Member(ElementType.NODE, label, "admin_centre"));
    }
    relation(tags, members);
  }

  /** A relation. */
  public void relation(Map<String, String> tags, List<Member> members) {
    writer.relation(++lastId, tags, members.toArray(new Member[0]));
  }

  public Path write(Path file) throws IOException {
    return writer.write(file);
  }
}
