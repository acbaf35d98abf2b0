package io.sensorium.atlas.area;

/**
 * The way from the south-west corner of a cell to a point in it: north along the cell's west edge,
 * then east to the point. In {@link Lattice} steps.
 *
 * <p>Who knows the areas of the corner knows those of the point: each border crossed on the way
 * enters or leaves its areas, so only the borders inside the cell matter.
 */
record CornerPath(long cornerX, long cornerY, long x, long y) {
  /*
   * Exact in 128-bit products. A tie is an edge that runs through the corner, the bend or the
   * point; all three are taken to lie a nothing further south, which decides every tie alike. The
   * corner of a cell is judged by the same rule when the index is built.
   */

  /** Whether the way crosses the edge from a to b. */
  boolean crosses(long ax, long ay, long bx, long by) {
    return crossesGoingNorth(ax, ay, bx, by) ^ crossesGoingEast(ax, ay, bx, by);
  }

  /** Steps east or north, whichever are more, from the point to the box around an edge. */
  long clearOf(long ax, long ay, long bx, long by) {
    long east = Math.max(Math.min(ax, bx) - x, x - Math.max(ax, bx));
    long north = Math.max(Math.min(ay, by) - y, y - Math.max(ay, by));
    return Math.max(0, Math.max(east, north));
  }

  private boolean crossesGoingNorth(long ax, long ay, long bx, long by) {
    if ((ax > cornerX) == (bx > cornerX) || Math.min(ay, by) > y || Math.max(ay, by) < cornerY) {
      return false;
    }
    return ax < bx ? passesWestEdge(ax, ay, bx, by) : passesWestEdge(bx, by, ax, ay);
  }

  private boolean passesWestEdge(long westX, long westY, long eastX, long eastY) {
    return isSouthOf(y, westX, westY, eastX, eastY)
        && !isSouthOf(cornerY, westX, westY, eastX, eastY);
  }

  private boolean isSouthOf(long levelY, long westX, long westY, long eastX, long eastY) {
    return compareProducts(eastY - westY, cornerX - westX, levelY - westY, eastX - westX) < 0;
  }

  private boolean crossesGoingEast(long ax, long ay, long bx, long by) {
    if ((ay > y) == (by > y) || Math.min(ax, bx) > x || Math.max(ax, bx) < cornerX) {
      return false;
    }
    return ay < by ? passesLevel(ax, ay, bx, by) : passesLevel(bx, by, ax, ay);
  }

  private boolean passesLevel(long lowX, long lowY, long highX, long highY) {
    return isWestOf(x, lowX, lowY, highX, highY) && !isWestOf(cornerX, lowX, lowY, highX, highY);
  }

  private boolean isWestOf(long pointX, long lowX, long lowY, long highX, long highY) {
    int order = compareProducts(highX - lowX, y - lowY, pointX - lowX, highY - lowY);
    return order < 0 || (order == 0 && highX > lowX);
  }

  /** Compares a * b with c * d. */
  private static int compareProducts(long a, long b, long c, long d) {
    int order = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return order != 0 ? order : Long.compareUnsigned(a * b, c * d);
  }
}
