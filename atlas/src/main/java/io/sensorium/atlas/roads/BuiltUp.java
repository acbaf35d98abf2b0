package io.sensorium.atlas.roads;

import java.util.HashMap;
import java.util.Map;

/** Tells where houses are, by how dense the streets are on which people live. */
final class BuiltUp {

  /** Cells of some 360 m by 200 to 360 m. */
  private static final int CELL_BITS = 15;

  /** Metres of such streets for each square metre of the nine cells around; see the docs. */
  private static final double LEAST_DENSITY = 0.002;

  private final Map<Long, Double> metersByCell = new HashMap<>();

  static boolean counts(RoadClass road) {
    return road == RoadClass.RESIDENTIAL || road == RoadClass.LIVING_STREET;
  }

  private static long key(int row, int column) {
    return ((long) row << 32) + column;
  }

  /** Adds a piece of such a street. */
  void add(int latitudeE7, int longitudeE7, double meters) {
    metersByCell.merge(key(latitudeE7 >> CELL_BITS, longitudeE7 >> CELL_BITS), meters, Double::sum);
  }

  boolean isUrban(int latitudeE7, int longitudeE7) {
    int row = latitudeE7 >> CELL_BITS;
    int column = longitudeE7 >> CELL_BITS;
    double meters = 0;
    for (int north = -1; north <= 1; north++) {
      for (int east = -1; east <= 1; east++) {
        meters += metersByCell.getOrDefault(key(row + north, column + east), 0.0);
      }
    }
    double height = 3 * (1 << CELL_BITS) * Plane.METERS_PER_E7;
    double width = 3 * (1 << CELL_BITS) * new Plane(latitudeE7).eastMetersPerE7();
    return meters >= LEAST_DENSITY * height * width;
  }
}
