package io.sensorium.benchmarks.surroundings;

import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.atlas.surroundings.AtlasSurroundings;
import io.sensorium.atlas.surroundings.SurroundingsLayer;
import io.sensorium.atlas.surroundings.WorldWaters;
import io.sensorium.atlas.timezone.BorderZones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A region's map, imported as the server imports it. */
record MapRegion(String name, RoadGraph graph, Surroundings surroundings) {

  /** Regions that have vehicles of several kinds. */
  static final List<String> NAMES =
      List.of("heidelberg", "helsinki-centre", "baltimore", "monaco-2016", "liechtenstein-2015");

  static MapRegion load(Path datasets, String name, Path scratch) throws IOException {
    var source = OsmFile.open(datasets.resolve("osm-extracts").resolve(name + ".osm.pbf"));
    var roads = Files.createTempDirectory(scratch, name + "-roads");
    new RoadsLayer(new BorderZones(scratch.resolve("zones"))).build(source, roads, (_, _) -> {});
    var around = Files.createTempDirectory(scratch, name + "-surroundings");
    var layer = new SurroundingsLayer();
    layer.build(source, around, (_, _) -> {});
    var maps = new AtlasSurroundings.Maps(name, List.of(layer.open(around)));
    var world = new WorldWaters(scratch.resolve("waters"));
    return new MapRegion(name, RoadGraph.open(roads), new AtlasSurroundings(world, maps));
  }
}
