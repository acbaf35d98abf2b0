package io.sensorium.server;

import io.sensorium.analysis.matching.Roads;
import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.api.admin.AtlasStatus;
import io.sensorium.api.basemap.BaseMap;
import io.sensorium.atlas.gazetteer.AddressesLayer;
import io.sensorium.atlas.gazetteer.AtlasGazetteer;
import io.sensorium.atlas.gazetteer.WorldGazetteer;
import io.sensorium.atlas.matching.AtlasRoads;
import io.sensorium.atlas.places.PlacesLayer;
import io.sensorium.atlas.region.Atlas;
import io.sensorium.atlas.region.MapDirectory;
import io.sensorium.atlas.region.MapLayer;
import io.sensorium.atlas.roads.RoadsLayer;
import io.sensorium.atlas.surroundings.AtlasSurroundings;
import io.sensorium.atlas.surroundings.SurroundingsLayer;
import io.sensorium.atlas.surroundings.WorldWaters;
import io.sensorium.atlas.tiles.TilesLayer;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.time.ZoneLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Opens the maps; they lie in the data directory. */
public final class Maps {

  private static final AddressesLayer ADDRESSES = new AddressesLayer();
  private static final PlacesLayer PLACES = new PlacesLayer();
  private static final SurroundingsLayer SURROUNDINGS = new SurroundingsLayer();
  private static final TilesLayer TILES = new TilesLayer();

  private Maps() {}

  /** What is drawn from the file of a map, in this order. */
  private static List<MapLayer<?>> layers(ZoneLookup zones) {
    return List.of(new RoadsLayer(zones), ADDRESSES, PLACES, SURROUNDINGS, TILES);
  }

  /** The roads of the maps, for ways to be matched to. */
  static Roads roads(Atlas atlas, ZoneLookup zones) {
    return new AtlasRoads(atlas, new RoadsLayer(zones), zones);
  }

  /** The maps of a data directory. */
  public static MapDirectory in(Path directory) {
    return new MapDirectory(directory.resolve("maps"), layers(Zones.open(directory)));
  }

  /** Names of positions, by the maps as they are when they are asked for. */
  static Gazetteer gazetteer(Atlas atlas, ZoneLookup zones, Path directory) {
    var world = new WorldGazetteer(zones, cache(directory));
    return new AtlasGazetteer(
        world,
        new PerEdition<>(
            atlas::edition,
            edition ->
                new AtlasGazetteer.Maps(
                    edition.version(), edition.layers(ADDRESSES), edition.layers(PLACES))));
  }

  /** What surrounds positions, by the maps as they are when it is taken. */
  static Supplier<Surroundings> surroundings(Atlas atlas, Path directory) {
    var world = new WorldWaters(cache(directory));
    return new PerEdition<>(
        atlas::edition,
        edition ->
            new AtlasSurroundings(
                world,
                new AtlasSurroundings.Maps(edition.version(), edition.layers(SURROUNDINGS))));
  }

  /** The tiles of the maps as they are when they are asked for. */
  static Supplier<BaseMap> baseMap(Atlas atlas) {
    return new PerEdition<>(
        atlas::edition, edition -> new RegionTiles(edition.version(), edition.layers(TILES)));
  }

  private static Path cache(Path directory) {
    return directory.resolve("cache");
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
