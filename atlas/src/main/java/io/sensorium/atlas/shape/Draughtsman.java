package io.sensorium.atlas.shape;

import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.Members;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmVisitor;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.region.ImportProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a map's file for a {@link Drawing}: relations, then ways, then nodes, three times over. */
public final class Draughtsman<M> {
  /*
   * In a file the nodes come first and the relations last, but what is drawn of a relation decides
   * which ways matter, and those decide which nodes do. In memory are the ids of the nodes of what
   * is drawn, 24 bytes each, and not the map.
   */

  private static final Set<String> LABEL_ROLES = Set.of("label", "admin_centre");

  private record DrawnWay<M>(M meaning, int way) {}

  private record DrawnRelation<M>(M meaning, List<Long> wayIds, Set<Long> labels) {}

  private final Drawing<M> drawing;
  private final List<DrawnRelation<M>> relations = new ArrayList<>();
  private final List<DrawnWay<M>> drawnWays = new ArrayList<>();
  private final Ways ways = new Ways();
  private final NodePositions positions = new NodePositions();
  private long[] memberIds = {};

  private Draughtsman(Drawing<M> drawing) {
    this.drawing = drawing;
  }

  /** Draws all that the drawing wants of the file. */
  public static <M> void draw(OsmFile file, Drawing<M> drawing, ImportProgress progress)
      throws IOException {
    var draughtsman = new Draughtsman<M>(drawing);
    draughtsman.readRelations(file, progress);
    draughtsman.readWays(file, progress);
    draughtsman.readNodes(file, progress);
    draughtsman.deliver();
  }

  private void readRelations(OsmFile file, ImportProgress progress) throws IOException {
    file.read(
        EnumSet.of(ElementType.RELATION),
        new OsmVisitor() {
          @Override
          public void relation(long id, Members members, Tags tags) {
            var meaning = drawing.ofRelation(tags);
            if (meaning != null) {
              relations.add(drawnRelation(meaning, members));
            }
          }
        },
        told(file, progress, 0, "relations"));
    memberIds =
        relations.stream()
            .flatMap(relation -> relation.wayIds.stream())
            .mapToLong(id -> id)
            .sorted()
            .distinct()
            .toArray();
  }

  private static <M> DrawnRelation<M> drawnRelation(M meaning, Members members) {
    var wayIds = new ArrayList<Long>();
    var labels = new HashSet<Long>();
    for (int i = 0; i < members.size(); i++) {
      if (members.type(i) == ElementType.WAY) {
        wayIds.add(members.id(i));
      } else if (members.type(i) == ElementType.NODE && LABEL_ROLES.contains(members.role(i))) {
        labels.add(members.id(i));
      }
    }
    return new DrawnRelation<>(meaning, wayIds, labels);
  }

  private void readWays(OsmFile file, ImportProgress progress) throws IOException {
    file.read(
        EnumSet.of(ElementType.WAY),
        new OsmVisitor() {
          @Override
          public void way(long id, long[] nodeIds, int nodeCount, Tags tags) {
            M meaning = drawing.ofWay(tags);
            boolean isMember = Arrays.binarySearch(memberIds, id) >= 0;
            if (meaning != null || isMember) {
              int way = ways.add(nodeIds, nodeCount);
              addWay(meaning, way);
              if (isMember) {
                ways.name(way, id);
              }
            }
          }
        },
        told(file, progress, 1, "ways"));
    ways.wantNodes(positions);
    positions.sort();
  }

  private void addWay(@Nullable M meaning, int way) {
    if (meaning != null) {
      drawnWays.add(new DrawnWay<>(meaning, way));
    }
  }

  private void readNodes(OsmFile file, ImportProgress progress) throws IOException {
    file.read(
        EnumSet.of(ElementType.NODE),
        new OsmVisitor() {
          @Override
          public void node(long id, int latitudeE7, int longitudeE7, Tags tags) {
            positions.put(id, latitudeE7, longitudeE7);
            var meaning = tags.size() == 0 ? null : drawing.ofNode(tags);
            if (meaning != null) {
              drawing.point(meaning, id, latitudeE7, longitudeE7);
            }
          }
        },
        told(file, progress, 2, "nodes"));
  }

  private static LongConsumer told(OsmFile file, ImportProgress progress, int pass, String what)
      throws IOException {
    double bytes = file.sizeBytes();
    return readBytes -> progress.show((pass + readBytes / bytes) / 3, "reading " + what);
  }

  private void deliver() {
    for (var drawn : drawnWays) {
      drawing.line(drawn.meaning, ways.line(drawn.way, positions));
    }
    for (var relation : relations) {
      var lines = new ArrayList<Line>();
      for (long id : relation.wayIds) {
        int way = ways.find(id);
        if (way >= 0) {
          lines.add(ways.line(way, positions));
        }
      }
      boolean whole = lines.size() == relation.wayIds.size();
      drawing.relation(relation.meaning, lines, whole, relation.labels);
    }
  }
}
