package io.sensorium.atlas.surroundings;

import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.segments.SegmentIndex;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.DrawnLayer;
import io.sensorium.atlas.shape.WrittenDrawing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The layer of waters, tracks, lines of buses, ferries, crossings and airports. */
public final class SurroundingsLayer extends DrawnLayer<MapSurroundings> {

  static final String AERODROMES = "aerodromes";
  static final String WATERS = "waters";
  static final String COASTS = "coasts";
  static final String COVERAGE = "coverage";

  public SurroundingsLayer() {
    super("surroundings", 1, MapSurroundings.class, List.of());
  }

  @Override
  protected WrittenDrawing<?> drawing() {
    return new SurroundingsDrawing();
  }

  @Override
  public MapSurroundings open(Path directory) throws IOException {
    var things = new ArrayList<SegmentIndex>();
    for (var thing : Thing.values()) {
      things.add(new SegmentIndex(part(directory, partOf(thing))));
    }
    return new MapSurroundings(
        Coverage.read(part(directory, COVERAGE)),
        things,
        new AreaIndex(part(directory, AERODROMES)),
        new AreaIndex(part(directory, WATERS)),
        new SegmentIndex(part(directory, COASTS)));
  }

  static String partOf(Thing thing) {
    return thing.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
