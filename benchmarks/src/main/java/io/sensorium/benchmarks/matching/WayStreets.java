package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmVisitor;
import io.sensorium.atlas.osm.Tags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which ways of a map are one street: those with one name, else those with one number, else those
 * of a class without both that hang together.
 */
final class WayStreets {

  private final Map<Long, Long> streets = new HashMap<>();
  private final Map<Long, Long> parents = new HashMap<>();
  private final Map<String, Long> unnamedAt = new HashMap<>();

  private WayStreets() {}

  static WayStreets read(Path file) throws IOException {
    var found = new WayStreets();
    OsmFile.open(file)
        .read(
            EnumSet.of(ElementType.WAY),
            new OsmVisitor() {
              @Override
              public void way(long id, long[] nodeIds, int nodeCount, Tags tags) {
                found.add(id, nodeIds, nodeCount, tags);
              }
            },
            _ -> {});
    return found;
  }

  private void add(long id, long[] nodeIds, int nodeCount, Tags tags) {
    var highway = tags.find("highway");
    if (highway == null) {
      return;
    }
    var name = tags.find("name") == null ? tags.find("ref") : tags.find("name");
    if (name != null) {
      streets.put(id, (long) name.hashCode());
      return;
    }
    for (int i = 0; i < nodeCount; i++) {
      var other = unnamedAt.putIfAbsent(highway + " " + nodeIds[i], id);
      if (other != null) {
        parents.put(rootOf(id), rootOf(other));
      }
    }
  }

  private long rootOf(long id) {
    long root = id;
    for (Long above = parents.get(root);
        above != null && above != root;
        above = parents.get(root)) {
      root = above;
    }
    return root;
  }

  /** A number that the ways of a street share. */
  long streetOf(long way) {
    var street = streets.get(way);
    return street == null ? rootOf(way) : street;
  }
}
