package io.sensorium.atlas.roads;

import java.util.Arrays;

/** Sorts the segments of all edges into the cells of {@link RoadGrid}. */
final class GridBuilder {

  private final Longs keys = new Longs();

  private final Ints cellFirst = new Ints();
  private final Ints runs = new Ints();

  GridBuilder(Ints pointFirst, int[] points) {
    var entries = new Entries();
    for (int edge = 0; edge + 1 < pointFirst.size(); edge++) {
      for (int point = pointFirst.get(edge); point < pointFirst.get(edge + 1) - 1; point++) {
        entries.addSegment(edge, point, points);
      }
    }
    entries.sort();
    entries.collect();
  }

  long[] keys() {
    return keys.toArray();
  }

  int[] first() {
    return cellFirst.toArray();
  }

  int[] runs() {
    return runs.toArray();
  }

  /** Segments by cell. */
  private final class Entries {

    private final Longs cells = new Longs();
    private final Ints edges = new Ints();
    private final Ints starts = new Ints();
    private int[] order = {};

    void addSegment(int edge, int point, int[] points) {
      int rowA = RoadGrid.cellOf(points[2 * point]);
      int rowB = RoadGrid.cellOf(points[2 * point + 2]);
      int columnA = RoadGrid.cellOf(points[2 * point + 1]);
      int columnB = RoadGrid.cellOf(points[2 * point + 3]);
      boolean wraps = Math.abs((long) columnA - columnB) > RoadGrid.cellOf(Integer.MAX_VALUE);
      for (int row = Math.min(rowA, rowB); row <= Math.max(rowA, rowB); row++) {
        if (wraps) { // across the antimeridian: the cells at its ends will do
          add(row, columnA, edge, point);
          add(row, columnB, edge, point);
          continue;
        }
        for (int column = Math.min(columnA, columnB);
            column <= Math.max(columnA, columnB);
            column++) {
          if (touches(points, point, row, column)) {
            add(row, column, edge, point);
          }
        }
      }
    }

    private void add(int row, int column, int edge, int point) {
      cells.add(RoadGrid.key(row, column));
      edges.add(edge);
      starts.add(point);
    }

    /** Whether the segment passes the cell, by the sides of its line on which the corners lie. */
    private boolean touches(int[] points, int point, int row, int column) {
      long size = 1L << RoadGrid.CELL_BITS;
      long south = row * size;
      long west = column * size;
      long fromNorth = points[2 * point];
      long fromEast = points[2 * point + 1];
      long north = points[2 * point + 2] - fromNorth;
      long east = points[2 * point + 3] - fromEast;
      boolean left = false;
      boolean right = false;
      for (int corner = 0; corner < 4; corner++) {
        long cornerNorth = south + (corner & 1) * size - fromNorth;
        long cornerEast = west + (corner >> 1) * size - fromEast;
        double side = (double) east * cornerNorth - (double) north * cornerEast;
        left |= side >= 0;
        right |= side <= 0;
      }
      return left && right;
    }

    /* By counting: entries were added in the order of points, and keep it within their cell. */
    void sort() {
      var sorted = cells.toArray();
      Arrays.sort(sorted);
      int count = 0;
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          sorted[count++] = sorted[i];
        }
      }
      var next = new int[count + 1];
      for (int i = 0; i < cells.size(); i++) {
        next[Arrays.binarySearch(sorted, 0, count, cells.get(i)) + 1]++;
      }
      for (int cell = 0; cell < count; cell++) {
        next[cell + 1] += next[cell];
      }
      order = new int[cells.size()];
      for (int i = 0; i < cells.size(); i++) {
        order[next[Arrays.binarySearch(sorted, 0, count, cells.get(i))]++] = i;
      }
    }

    void collect() {
      int runStart = -1;
      int before = -1;
      for (int at : order) {
        boolean newCell = before < 0 || cells.get(at) != cells.get(before);
        if (newCell) {
          keys.add(cells.get(at));
          cellFirst.add(runs.size() / RoadGrid.RUN_INTS);
        }
        if (!newCell
            && edges.get(at) == edges.get(before)
            && starts.get(at) == starts.get(before) + 1) {
          runs.set(runStart + 2, runs.get(runStart + 2) + 1);
        } else {
          runStart = runs.size();
          runs.add(edges.get(at));
          runs.add(starts.get(at));
          runs.add(1);
        }
        before = at;
      }
      cellFirst.add(runs.size() / RoadGrid.RUN_INTS);
    }
  }
}
