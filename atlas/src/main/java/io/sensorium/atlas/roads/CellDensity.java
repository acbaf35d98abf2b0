package io.sensorium.atlas.roads;

import java.util.HashMap;
import java.util.Map;

/** How dense something is around a place: its amount in nine cells by their area, in steps. */
final class CellDensity {

  private final int cellBits;
  private final double[] leastPerSquareMeter;
  private final Map<Long, Double> amounts = new HashMap<>();

  /**
   * Nothing anywhere.
   *
   * @param cellBits the side of a cell is two to that power of 10^-7 degrees
   * @param leastPerSquareMeter where each step but the lowest begins
   */
  CellDensity(int cellBits, double... leastPerSquareMeter) {
    this.cellBits = cellBits;
    this.leastPerSquareMeter = leastPerSquareMeter.clone();
  }

  private static long key(int row, int column) {
    return ((long) row << 32) + column;
  }

  void add(int latitudeE7, int longitudeE7, double amount) {
    amounts.merge(key(latitudeE7 >> cellBits, longitudeE7 >> cellBits), amount, Double::sum);
  }

  /** The step of the density around a place, from 0. */
  int stepAt(int latitudeE7, int longitudeE7) {
    int row = latitudeE7 >> cellBits;
    int column = longitudeE7 >> cellBits;
    double amount = 0;
    for (int north = -1; north <= 1; north++) {
      for (int east = -1; east <= 1; east++) {
        amount += amounts.getOrDefault(key(row + north, column + east), 0.0);
      }
    }
    double height = 3 * (1 << cellBits) * Plane.METERS_PER_E7;
    double width = 3 * (1 << cellBits) * new Plane(latitudeE7).eastMetersPerE7();
    int step = 0;
    while (step < leastPerSquareMeter.length
        && amount >= leastPerSquareMeter[step] * height * width) {
      step++;
    }
    return step;
  }
}
