package io.sensorium.atlas.places;

import io.sensorium.atlas.MappedFile;
import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.points.PointIndex;
import io.sensorium.atlas.points.RecordTable;
import io.sensorium.atlas.region.ImportProgress;
import io.sensorium.atlas.region.MapLayer;
import io.sensorium.atlas.shape.Draughtsman;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The layer of shops, restaurants, stations, homes and all else that people go to. */
public final class PlacesLayer implements MapLayer<MapPlaces> {

  @Override
  public String name() {
    return "places";
  }

  @Override
  public int format() {
    return 1;
  }

  @Override
  public List<String> answers() {
    return List.of("place.categories");
  }

  @Override
  public Class<MapPlaces> type() {
    return MapPlaces.class;
  }

  @Override
  public void build(OsmFile source, Path directory, ImportProgress progress) throws IOException {
    var drawing = new PlacesDrawing();
    Draughtsman.draw(source, drawing, progress);
    drawing.write(part -> file(directory, part));
  }

  @Override
  public MapPlaces open(Path directory) throws IOException {
    return new MapPlaces(
        new PointIndex(MappedFile.map(file(directory, "points"))),
        new AreaIndex(MappedFile.map(file(directory, "areas"))),
        new RecordTable(MappedFile.map(file(directory, "area-places"))),
        new RecordTable(MappedFile.map(file(directory, "categories"))));
  }

  private Path file(Path directory, String part) {
    return directory.resolve(name() + "-" + part + ".index");
  }
}
