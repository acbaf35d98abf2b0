package io.sensorium.server;

import io.sensorium.api.admin.AtlasStatus;
import io.sensorium.atlas.region.Atlas;
import io.sensorium.atlas.region.MapDirectory;
import io.sensorium.atlas.region.MapLayer;
import java.nio.file.Path;
import java.util.List;

/** Opens the maps; they lie in the data directory. */
public final class Maps {

  /** What is drawn from the file of a map, in this order. */
  private static final List<MapLayer<?>> LAYERS = List.of();

  private Maps() {}

  /** The maps of a data directory. */
  public static MapDirectory in(Path directory) {
    return new MapDirectory(directory.resolve("maps"), LAYERS);
  }

  /** What the operator is told of the maps. */
  static AtlasStatus status(String zonesVersion, Atlas.Edition edition) {
    var regions =
        edition.regions().stream()
            .map(region -> new AtlasStatus.Map(region.facts().name(), region.facts().version()))
            .toList();
    var missing =
        LAYERS.stream()
            .filter(layer -> edition.layers(layer).isEmpty())
            .flatMap(layer -> layer.answers().stream())
            .toList();
    return new AtlasStatus(zonesVersion, regions, missing);
  }
}
