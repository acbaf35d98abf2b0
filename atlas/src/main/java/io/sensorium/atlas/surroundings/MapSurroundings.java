package io.sensorium.atlas.surroundings;

import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.segments.SegmentIndex;
import io.sensorium.atlas.shape.Coverage;
import java.util.List;

/** What a region's map knows of surroundings. Safe for use by many threads. */
public final class MapSurroundings implements Offshore.Water {

  private final Coverage coverage;
  private final List<SegmentIndex> things;
  private final AreaIndex aerodromes;
  private final AreaIndex waters;
  private final SegmentIndex coasts;

  /**
   * @param things one for each {@link Thing}, in its order
   */
  MapSurroundings(
      Coverage coverage,
      List<SegmentIndex> things,
      AreaIndex aerodromes,
      AreaIndex waters,
      SegmentIndex coasts) {
    this.coverage = coverage;
    this.things = List.copyOf(things);
    this.aerodromes = aerodromes;
    this.waters = waters;
    this.coasts = coasts;
  }

  /** Whether the map can know anything of the position. */
  public boolean covers(double latitudeDeg, double longitudeDeg) {
    return coverage.holds(latitudeDeg, longitudeDeg);
  }

  /** How far the nearest thing of a kind is, infinite when none is near. */
  public double metersTo(
      Thing thing, double latitudeDeg, double longitudeDeg, double withinMeters) {
    if (thing == Thing.AERODROME && aerodromes.areaAt(latitudeDeg, longitudeDeg) >= 0) {
      return 0;
    }
    return things.get(thing.ordinal()).metersToNearest(latitudeDeg, longitudeDeg, withinMeters);
  }

  @Override
  public boolean isWater(double latitudeDeg, double longitudeDeg) {
    return waters.areaAt(latitudeDeg, longitudeDeg) >= 0
        || CoastSide.isSea(coasts, latitudeDeg, longitudeDeg);
  }
}
