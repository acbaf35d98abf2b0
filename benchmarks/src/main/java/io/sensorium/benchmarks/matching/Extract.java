package io.sensorium.benchmarks.matching;

import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.atlas.timezone.BorderZones;
import io.sensorium.core.time.ZoneLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An extract of the map, imported as the server imports it.
 *
 * @param seconds that the import of the roads took
 */
record Extract(String name, Path file, RoadGraph graph, double seconds) {

  static ZoneLookup zones(Path scratch) {
    return new BorderZones(scratch.resolve("zones"));
  }

  /** The roads of a map. */
  static RoadGraph graph(Path file, Path scratch) throws IOException {
    var directory = Files.createTempDirectory(scratch, "roads");
    new RoadsLayer(zones(scratch)).build(OsmFile.open(file), directory, (_, _) -> {});
    return RoadGraph.open(directory);
  }

  static Extract load(Path datasets, String name, Path scratch) throws IOException {
    var file = datasets.resolve("osm-extracts").resolve(name + ".osm.pbf");
    var directory = Files.createTempDirectory(scratch, name);
    long start = System.nanoTime();
    new RoadsLayer(zones(scratch)).build(OsmFile.open(file), directory, (_, _) -> {});
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new Extract(name, file, RoadGraph.open(directory), seconds);
  }
}
