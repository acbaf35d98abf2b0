package io.sensorium.simulator.map;

import io.sensorium.simulator.town.Town;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The map of a simulated town, as an extract of OpenStreetMap.
 *
 * <p>The ids of ways are those that {@link io.sensorium.simulator.town.Roadway} tells, so that what
 * is matched to the map can be compared with the truth. The same town gives the same bytes.
 */
public final class TownMap {

  /** What such a file is called. */
  public static final String FILE_NAME = "town.osm.pbf";

  private TownMap() {}

  /**
   * Writes the map of a town, in the place of any file that is there.
   *
   * @return the file
   * @throws UncheckedIOException when it cannot be written
   */
  public static Path write(Town town, Path file) {
    var sheet = new MapSheet(town.plane());
    // streets first, then the railway: their ids are those of the truth
    var crossings = StreetDrawing.draw(town, sheet);
    LineDrawing.draw(town, sheet);
    LandDrawing.draw(town, sheet, crossings);
    HouseDrawing.draw(town, sheet);
    PlaceDrawing.draw(town, sheet);
    BorderDrawing.draw(town, sheet);
    try {
      sheet.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return file;
  }
}
