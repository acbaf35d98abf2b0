package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.RoadSetting.Spot;
import java.util.List;

/**
 * Tells where houses are, by how dense the streets are on which people live, and how many roads
 * there are between crossings.
 */
final class BuiltUp {

  /** From which step of the density of streets on a place is within a town. */
  private static final int URBAN_STEP = 2;

  private static final int STREET_BITS = 3;

  /** Metres of streets for a square metre, in cells of some 360 m by 200 to 360 m. */
  private final CellDensity streets = new CellDensity(15, 0.0005, 0.002, 0.006, 0.010);

  /** Roads between crossings for a square metre, in cells half as wide. */
  private final CellDensity roads = new CellDensity(14, 2e-5, 5e-5, 1e-4, 2e-4);

  /** Adds a road between two crossings, by its middle. */
  void add(RoadClass road, int latitudeE7, int longitudeE7, double meters) {
    if (road == RoadClass.RESIDENTIAL || road == RoadClass.LIVING_STREET) {
      streets.add(latitudeE7, longitudeE7, meters);
    }
    if (road.kind() == RoadClass.Kind.ROAD && road != RoadClass.TRACK) {
      roads.add(latitudeE7, longitudeE7, 1);
    }
  }

  /** How dense it is there, as a number that places alike share. */
  int density(Spot spot) {
    return density(List.of(spot));
  }

  /**
   * How dense it is along a road: the medians of its places, as a number that roads alike share.
   */
  int density(List<Spot> spots) {
    return median(streets, spots) | (median(roads, spots) << STREET_BITS);
  }

  private static int median(CellDensity density, List<Spot> spots) {
    var steps =
        spots.stream()
            .mapToInt(spot -> density.stepAt(spot.latitudeE7(), spot.longitudeE7()))
            .sorted()
            .toArray();
    return steps[steps.length / 2];
  }

  /** Whether a place of that density is within a town. */
  static boolean isUrban(int density) {
    return (density & ((1 << STREET_BITS) - 1)) >= URBAN_STEP;
  }
}
