package io.sensorium.atlas.roads;

import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** Finds the parts of edges near a place, by cells of 2^{@value #CELL_BITS} x 10^-7 degrees. */
public final class RoadGrid {

  static final int CELL_BITS = 14;

  /** How many numbers tell of a run: edge, first point, number of segments. */
  static final int RUN_INTS = 3;

  private final LongBuffer cellKeys;
  private final IntBuffer cellFirst;
  private final IntBuffer runs;
  private final IntBuffer points;

  RoadGrid(LongBuffer cellKeys, IntBuffer cellFirst, IntBuffer runs, IntBuffer points) {
    this.cellKeys = cellKeys;
    this.cellFirst = cellFirst;
    this.runs = runs;
    this.points = points;
  }

  static int cellOf(int e7) {
    return e7 >> CELL_BITS;
  }

  static long key(int latitudeCell, int longitudeCell) {
    return ((long) latitudeCell << 32) + longitudeCell;
  }

  /** Puts into {@code found} the nearest place of each edge that passes within a radius. */
  public void search(NearEdges found, int latitudeE7, int longitudeE7, double radiusMeters) {
    var plane = found.start(latitudeE7, longitudeE7, radiusMeters);
    int northE7 = (int) (radiusMeters / Plane.METERS_PER_E7) + 1;
    int eastE7 = (int) (radiusMeters / plane.eastMetersPerE7()) + 1;
    int lastLatitude = cellOf(latitudeE7 + northE7);
    int firstLongitude = cellOf(longitudeE7 - eastE7);
    int lastLongitude = cellOf(longitudeE7 + eastE7);
    for (int row = cellOf(latitudeE7 - northE7); row <= lastLatitude; row++) {
      long lastKey = key(row, lastLongitude);
      int cell = firstCellFrom(key(row, firstLongitude));
      for (; cell < cellKeys.limit() && cellKeys.get(cell) <= lastKey; cell++) {
        searchCell(found, cell);
      }
    }
  }

  private int firstCellFrom(long key) {
    int low = 0;
    int high = cellKeys.limit();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cellKeys.get(middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void searchCell(NearEdges found, int cell) {
    int end = cellFirst.get(cell + 1);
    for (int run = cellFirst.get(cell); run < end; run++) {
      int edge = runs.get(RUN_INTS * run);
      int point = runs.get(RUN_INTS * run + 1);
      int lastPoint = point + runs.get(RUN_INTS * run + 2);
      found.startRun(edge, points.get(2 * point), points.get(2 * point + 1));
      for (point++; point <= lastPoint; point++) {
        found.segmentTo(point, points.get(2 * point), points.get(2 * point + 1));
      }
    }
  }
}
