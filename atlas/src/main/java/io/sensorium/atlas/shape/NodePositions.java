package io.sensorium.atlas.shape;

import java.util.Arrays;

/** The positions of those nodes of a file that are asked for beforehand. */
final class NodePositions {
  /*
   * 16 bytes a node. The ids are collected first, with those of neighbouring ways twice, then
   * sorted; the file shows its nodes by rising id, but that is not relied on.
   */

  private long[] ids = new long[1024];
  private int size;
  private int[] latitudeE7 = {};
  private int[] longitudeE7 = {};

  void want(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size + (size >> 1));
    }
    ids[size++] = id;
  }

  /** To be called between the last {@link #want} and the first {@link #put}. */
  void sort() {
    Arrays.sort(ids, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || ids[i] != ids[i - 1]) {
        ids[kept++] = ids[i];
      }
    }
    size = kept;
    latitudeE7 = new int[size];
    longitudeE7 = new int[size];
    Arrays.fill(latitudeE7, Integer.MIN_VALUE);
  }

  void put(long id, int nodeLatitudeE7, int nodeLongitudeE7) {
    int at = Arrays.binarySearch(ids, 0, size, id);
    if (at >= 0) {
      latitudeE7[at] = nodeLatitudeE7;
      longitudeE7[at] = nodeLongitudeE7;
    }
  }

  /** The line along nodes; nodes that the file does not have are left out. */
  Line line(long[] nodeIds, int from, int to) {
    var latitudes = new int[to - from];
    var longitudes = new int[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      int at = Arrays.binarySearch(ids, 0, size, nodeIds[i]);
      if (at >= 0 && latitudeE7[at] != Integer.MIN_VALUE) {
        latitudes[count] = latitudeE7[at];
        longitudes[count++] = longitudeE7[at];
      }
    }
    return new Line(latitudes, longitudes, count);
  }
}
