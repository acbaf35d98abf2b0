package io.sensorium.atlas.tiles;

/**
 * The number of a tile in an archive: zoom by zoom, and along a Hilbert curve in each, so that
 * neighbours lie near each other.
 *
 * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">PMTiles 3</a>
 */
final class TileId {

  private TileId() {}

  /** The number of a tile. */
  static long of(int zoom, int x, int y) {
    long before = ((1L << (2 * zoom)) - 1) / 3; // tiles of all smaller zooms
    long along = 0;
    int atX = x;
    int atY = y;
    for (int side = 1 << zoom >> 1; side > 0; side >>= 1) {
      int right = (atX & side) > 0 ? 1 : 0;
      int lower = (atY & side) > 0 ? 1 : 0;
      along += (long) side * side * ((3 * right) ^ lower);
      if (lower == 0) { // turn the quarter, so that the curve goes on
        if (right == 1) {
          atX = side - 1 - atX;
          atY = side - 1 - atY;
        }
        int swapped = atX;
        atX = atY;
        atY = swapped;
      }
    }
    return before + along;
  }
}
