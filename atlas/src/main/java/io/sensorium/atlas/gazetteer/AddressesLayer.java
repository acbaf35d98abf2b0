package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.MappedFile;
import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.points.PointIndex;
import io.sensorium.atlas.points.RecordTable;
import io.sensorium.atlas.region.ImportProgress;
import io.sensorium.atlas.region.MapLayer;
import io.sensorium.atlas.segments.SegmentIndex;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.Draughtsman;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The layer of countries, districts, cities and streets. */
public final class AddressesLayer implements MapLayer<MapAddresses> {

  @Override
  public String name() {
    return "addresses";
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
  public Class<MapAddresses> type() {
    return MapAddresses.class;
  }

  @Override
  public void build(OsmFile source, Path directory, ImportProgress progress) throws IOException {
    var drawing = new AddressesDrawing();
    Draughtsman.draw(source, drawing, progress);
    drawing.write(part -> file(directory, part));
  }

  @Override
  public MapAddresses open(Path directory) throws IOException {
    return new MapAddresses(
        Coverage.read(MappedFile.map(file(directory, "coverage"))),
        new AreaIndex(MappedFile.map(file(directory, "areas"))),
        new RecordTable(MappedFile.map(file(directory, "names"))),
        new PointIndex(MappedFile.map(file(directory, "cities"))),
        new SegmentIndex(MappedFile.map(file(directory, "streets"))));
  }

  private Path file(Path directory, String part) {
    return directory.resolve(name() + "-" + part + ".index");
  }
}
