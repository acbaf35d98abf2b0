package io.sensorium.atlas.places;

import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.points.PointIndex;
import io.sensorium.atlas.points.RecordTable;
import io.sensorium.atlas.shape.DrawnLayer;
import io.sensorium.atlas.shape.WrittenDrawing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The layer of shops, restaurants, stations, homes and all else that people go to. */
public final class PlacesLayer extends DrawnLayer<MapPlaces> {

  public PlacesLayer() {
    super("places", 1, MapPlaces.class, List.of("place.categories"));
  }

  @Override
  protected WrittenDrawing<?> drawing() {
    return new PlacesDrawing();
  }

  @Override
  public MapPlaces open(Path directory) throws IOException {
    return new MapPlaces(
        new PointIndex(part(directory, "points")),
        new AreaIndex(part(directory, "areas")),
        new RecordTable(part(directory, "area-places")),
        new RecordTable(part(directory, "categories")));
  }
}
