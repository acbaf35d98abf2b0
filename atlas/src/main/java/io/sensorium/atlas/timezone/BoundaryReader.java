package io.sensorium.atlas.timezone;

import com.github.luben.zstd.ZstdInputStream;
import io.sensorium.atlas.area.Boundaries;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import net.iakovlev.timeshape.proto.Geojson.Feature;
import net.iakovlev.timeshape.proto.Geojson.LineString;
import net.iakovlev.timeshape.proto.Geojson.Polygon;
import net.iakovlev.timeshape.proto.Geojson.Position;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the borders out of timeshape's archive: a zstd-packed tar with a feature per zone. */
final class BoundaryReader {

  private BoundaryReader() {}

  static Boundaries read(InputStream archive) throws IOException {
    var features = new TreeMap<String, Feature>();
    var unpacked = new ZstdInputStream(new BufferedInputStream(archive));
    try (var tar = new TarArchiveInputStream(unpacked)) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var feature = Feature.parseFrom(tar.readNBytes(Math.toIntExact(entry.getSize())));
        features.put(feature.getProperties(0).getValueString(), feature);
      }
    }
    var zones = inOrderOfChoice(List.copyOf(features.keySet()));
    var boundaries = new Boundaries(zones);
    for (int number = 0; number < zones.size(); number++) {
      addPolygons(boundaries, number, Objects.requireNonNull(features.remove(zones.get(number))));
    }
    return boundaries;
  }

  private static void addPolygons(Boundaries boundaries, int zoneNumber, Feature feature) {
    var geometry = feature.getGeometry();
    if (geometry.hasPolygon()) {
      addRings(boundaries, zoneNumber, geometry.getPolygon());
    } else if (geometry.hasMultiPolygon()) {
      for (var polygon : geometry.getMultiPolygon().getCoordinatesList()) {
        addRings(boundaries, zoneNumber, polygon);
      }
    } else {
      throw new IllegalStateException("zone without polygons: " + feature.getPropertiesList());
    }
  }

  private static void addRings(Boundaries boundaries, int zoneNumber, Polygon polygon) {
    for (LineString ring : polygon.getCoordinatesList()) {
      Position first = ring.getCoordinates(0);
      boundaries.startRing(zoneNumber, first.getLon(), first.getLat());
      for (Position position : ring.getCoordinatesList()) {
        boundaries.lineTo(zoneNumber, position.getLon(), position.getLat());
      }
      boundaries.lineTo(zoneNumber, first.getLon(), first.getLat());
    }
  }

  /** The ids of zones in the order of their numbers: alphabetical, but those at sea last. */
  static List<String> inOrderOfChoice(List<String> zones) {
    var land = new ArrayList<>(zones.stream().filter(zone -> !isAtSea(zone)).sorted().toList());
    land.addAll(zones.stream().filter(BoundaryReader::isAtSea).sorted().toList());
    return land;
  }

  private static boolean isAtSea(String zone) {
    return zone.startsWith("Etc/");
  }
}
