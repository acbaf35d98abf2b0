package io.sensorium.server;

import io.sensorium.analysis.matching.Roads;
import io.sensorium.api.admin.AtlasStatus;
import io.sensorium.atlas.matching.AtlasRoads;
import io.sensorium.atlas.region.Atlas;
import io.sensorium.atlas.region.MapDirectory;
import io.sensorium.atlas.region.MapLayer;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.core.time.ZoneLookup;
import java.nio.file.Path;
import java.util.List;

/** Opens the maps; they lie in the data directory. */
public final class Maps {

  private Maps() {}

  /** What is drawn from the file of a map, in this order. */
  private static List<MapLayer<?>> layers(ZoneLookup zones) {
    return List.of(new RoadsLayer(zones));
  }

  /** The roads of the maps, for ways to be matched to. */
  static Roads roads(Atlas atlas, ZoneLookup zones) {
    return new AtlasRoads(atlas, new RoadsLayer(zones), zones);
  }

  /** The maps of a data directory. */
  public static MapDirectory in(Path directory) {
    return new MapDirectory(directory.resolve("maps"), layers(Zones.open(directory)));
  }

  /** What the operator is told of the maps. */
  static AtlasStatus status(String zonesVersion, Atlas atlas) {
    var edition = atlas.edition();
    var regions =
        edition.regions().stream()
            .map(region -> new AtlasStatus.Map(region.facts().name(), region.facts().version()))
            .toList();
    var missing =
        atlas.layers().stream()
            .filter(layer -> edition.layers(layer).isEmpty())
            .flatMap(layer -> layer.answers().stream())
            .toList();
    return new AtlasStatus(zonesVersion, regions, missing);
  }
}
