package io.sensorium.atlas.surroundings;

import io.sensorium.core.geo.Geodesy;

/** How far land is, found by asking for water all around. */
final class Offshore {
  /*
   * Two rings of directions around the position are asked for. Answers are few and coarse on purpose:
   * whoever asks wants to know whether land is near, and a bank or pier between the directions
   * does not matter.
   */

  private static final int DIRECTIONS = 12;
  private static final double METERS_PER_DEGREE =
      StrictMath.toRadians(1) * Geodesy.EARTH_RADIUS_METERS;
  private static final double[] EAST = new double[DIRECTIONS];
  private static final double[] NORTH = new double[DIRECTIONS];

  static {
    for (int i = 0; i < DIRECTIONS; i++) {
      EAST[i] = StrictMath.sin(2 * StrictMath.PI * i / DIRECTIONS);
      NORTH[i] = StrictMath.cos(2 * StrictMath.PI * i / DIRECTIONS);
    }
  }

  /** Tells water from land. */
  interface Water {

    boolean isWater(double latitudeDeg, double longitudeDeg);
  }

  private Offshore() {}

  /** Whether the position, and all that is as near as told, is water. */
  static boolean isWaterAround(
      Water water, double latitudeDeg, double longitudeDeg, double meters) {
    return water.isWater(latitudeDeg, longitudeDeg)
        && isRingWater(water, latitudeDeg, longitudeDeg, meters)
        && isRingWater(water, latitudeDeg, longitudeDeg, meters / 2);
  }

  private static boolean isRingWater(
      Water water, double latitudeDeg, double longitudeDeg, double meters) {
    double northDeg = meters / METERS_PER_DEGREE;
    double cos = Math.max(1e-3, StrictMath.cos(StrictMath.toRadians(latitudeDeg)));
    for (int i = 0; i < DIRECTIONS; i++) {
      double latitude = Math.clamp(latitudeDeg + NORTH[i] * northDeg, -90, 90);
      double longitude = longitudeDeg + EAST[i] * northDeg / cos;
      longitude = longitude > 180 ? longitude - 360 : longitude;
      longitude = longitude < -180 ? longitude + 360 : longitude;
      if (!water.isWater(latitude, longitude)) {
        return false;
      }
    }
    return true;
  }
}
