package io.sensorium.atlas.roads;

import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmWriter;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.ZoneLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * A small network on a plane: metres east and north of a place, nodes by number.
 *
 * <p>It goes through a real file and a real import.
 */
public final class MadeRoads {

  private static final int LATITUDE_E7 = 510_000_000;
  private static final int LONGITUDE_E7 = 40_000_000;

  /** The network lies in Belgium. */
  public static final ZoneLookup ZONES =
      new ZoneLookup() {
        @Override
        public ZoneId zoneAt(LatLon position) {
          return ZoneId.of("Europe/Brussels");
        }

        @Override
        public String version() {
          return "made";
        }
      };

  private final OsmWriter writer = new OsmWriter();
  private final Plane plane = new Plane(LATITUDE_E7);
  private long ways;

  public static int latitudeE7(double northMeters) {
    return (int) Math.round(LATITUDE_E7 + northMeters / Plane.METERS_PER_E7);
  }

  public static int longitudeE7(double eastMeters) {
    return (int) Math.round(LONGITUDE_E7 + eastMeters / new Plane(LATITUDE_E7).eastMetersPerE7());
  }

  public MadeRoads node(long id, double eastMeters, double northMeters) {
    writer.node(
        id,
        latitudeE7(northMeters) * 1e-7,
        (LONGITUDE_E7 + eastMeters / plane.eastMetersPerE7()) * 1e-7);
    return this;
  }

  /** A way; its id is how many were made before it. */
  public MadeRoads way(String tags, Long... nodes) {
    var values = new HashMap<String, String>();
    for (var tag : tags.split(" ", -1)) {
      int sign = tag.indexOf('=');
      values.put(tag.substring(0, sign), tag.substring(sign + 1));
    }
    writer.way(ways++, values, nodes);
    return this;
  }

  public MadeRoads noTurn(long fromWay, long viaNode, long toWay, String restriction) {
    writer.relation(
        1,
        Map.of("type", "restriction", "restriction", restriction),
        new OsmWriter.Member(ElementType.WAY, fromWay, "from"),
        new OsmWriter.Member(ElementType.NODE, viaNode, "via"),
        new OsmWriter.Member(ElementType.WAY, toWay, "to"));
    return this;
  }

  /** Writes the network as a file. */
  public Path write(Path directory) {
    try {
      return writer.write(directory.resolve("made.osm.pbf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RoadGraph importInto(Path directory) {
    try {
      var file = OsmFile.open(write(directory));
      new RoadsLayer(ZONES).build(file, directory, (_, _) -> {});
      return RoadGraph.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
