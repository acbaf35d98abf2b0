package io.sensorium.atlas.surroundings;

import io.sensorium.analysis.surroundings.Surroundings;
import io.sensorium.analysis.surroundings.Thing;
import java.util.List;

/** Surroundings by the maps of regions, and by the waters of the world. */
public final class AtlasSurroundings implements Surroundings {

  /** How far the shores of the world's waters may be off. */
  private static final double WORLD_ERROR_METERS = 1_000;

  private static final double MAP_ERROR_METERS = 10;

  /**
   * The maps as they are at one time.
   *
   * @param version names them all; empty when there are none
   */
  public record Maps(String version, List<MapSurroundings> regions) {

    public Maps {
      regions = List.copyOf(regions);
    }
  }

  private final WorldWaters world;
  private final Maps maps;

  /** Answers by these maps for good, since answers of one version must not differ. */
  public AtlasSurroundings(WorldWaters world, Maps maps) {
    this.world = world;
    this.maps = maps;
  }

  @Override
  public double offshoreMeters(double latitudeDeg, double longitudeDeg, double enoughMeters) {
    boolean isOffshore =
        Offshore.isWaterAround(
            world::isWater, latitudeDeg, longitudeDeg, enoughMeters + WORLD_ERROR_METERS);
    for (var region : maps.regions()) {
      isOffshore |=
          region.covers(latitudeDeg, longitudeDeg)
              && Offshore.isWaterAround(
                  region, latitudeDeg, longitudeDeg, enoughMeters + MAP_ERROR_METERS);
    }
    return isOffshore ? enoughMeters : 0;
  }

  @Override
  public double metersTo(
      Thing thing, double latitudeDeg, double longitudeDeg, double withinMeters) {
    double nearestMeters = Double.NaN;
    for (var region : maps.regions()) {
      if (region.covers(latitudeDeg, longitudeDeg)) {
        double meters = region.metersTo(thing, latitudeDeg, longitudeDeg, withinMeters);
        nearestMeters = Double.isNaN(nearestMeters) ? meters : Math.min(nearestMeters, meters);
      }
    }
    return nearestMeters;
  }

  @Override
  public String version() {
    var mapped = maps.version();
    return mapped.isEmpty() ? world.version() : world.version() + "," + mapped;
  }
}
