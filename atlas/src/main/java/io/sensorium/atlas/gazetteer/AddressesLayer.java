package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.points.PointIndex;
import io.sensorium.atlas.points.RecordTable;
import io.sensorium.atlas.segments.SegmentIndex;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.DrawnLayer;
import io.sensorium.atlas.shape.WrittenDrawing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The layer of countries, districts, cities and streets. */
public final class AddressesLayer extends DrawnLayer<MapAddresses> {

  public AddressesLayer() {
    super("addresses", 1, MapAddresses.class, List.of());
  }

  @Override
  protected WrittenDrawing<?> drawing() {
    return new AddressesDrawing();
  }

  @Override
  public MapAddresses open(Path directory) throws IOException {
    return new MapAddresses(
        Coverage.read(part(directory, "coverage")),
        new AreaIndex(part(directory, "areas")),
        new RecordTable(part(directory, "names")),
        new PointIndex(part(directory, "cities")),
        new SegmentIndex(part(directory, "streets")));
  }
}
