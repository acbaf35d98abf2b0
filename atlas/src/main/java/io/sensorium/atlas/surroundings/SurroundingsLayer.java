package io.sensorium.atlas.surroundings;

import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.atlas.MappedFile;
import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.region.ImportProgress;
import io.sensorium.atlas.region.MapLayer;
import io.sensorium.atlas.segments.SegmentIndex;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.Draughtsman;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The layer of waters, tracks, lines of buses, ferries, crossings and airports. */
public final class SurroundingsLayer implements MapLayer<MapSurroundings> {

  static final String AERODROMES = "aerodromes";
  static final String WATERS = "waters";
  static final String COASTS = "coasts";
  static final String COVERAGE = "coverage";

  @Override
  public String name() {
    return "surroundings";
  }

  @Override
  public int format() {
    return 1;
  }

  @Override
  public List<String> answers() {
    return List.of();
  }

  @Override
  public Class<MapSurroundings> type() {
    return MapSurroundings.class;
  }

  @Override
  public void build(OsmFile source, Path directory, ImportProgress progress) throws IOException {
    var drawing = new SurroundingsDrawing();
    Draughtsman.draw(source, drawing, progress);
    drawing.write(part -> file(directory, part));
  }

  @Override
  public MapSurroundings open(Path directory) throws IOException {
    var things = new ArrayList<SegmentIndex>();
    for (var thing : Thing.values()) {
      things.add(new SegmentIndex(MappedFile.map(file(directory, partOf(thing)))));
    }
    return new MapSurroundings(
        Coverage.read(MappedFile.map(file(directory, COVERAGE))),
        things,
        new AreaIndex(MappedFile.map(file(directory, AERODROMES))),
        new AreaIndex(MappedFile.map(file(directory, WATERS))),
        new SegmentIndex(MappedFile.map(file(directory, COASTS))));
  }

  static String partOf(Thing thing) {
    return thing.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Path file(Path directory, String part) {
    return directory.resolve(name() + "-" + part + ".index");
  }
}
