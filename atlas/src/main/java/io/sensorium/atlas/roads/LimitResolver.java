package io.sensorium.atlas.roads;

/** Tells the limits of a way, once it is known where it lies. */
@FunctionalInterface
interface LimitResolver {

  /** Of ways of which nothing is known. */
  LimitResolver NONE = (_, _, _, _) -> WayLimit.UNKNOWN;

  /**
   * The limits of a way.
   *
   * @param tagSet number of the tags that matter for limits; -1 for none
   * @param urban whether the way lies among houses
   */
  WayLimit resolve(int tagSet, boolean urban, int latitudeE7, int longitudeE7);

  /**
   * The limits of a way in both directions.
   *
   * @param codes that along the way in the lower 16 bits, that against it in the upper
   * @param sources that along the way in the lower 8 bits, that against it in the next
   * @param text number of a text of conditions, or -1
   */
  record WayLimit(int codes, int sources, int text) {

    static final WayLimit UNKNOWN = new WayLimit(0, 0, -1);
  }
}
