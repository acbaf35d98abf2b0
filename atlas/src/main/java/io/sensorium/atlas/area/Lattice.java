package io.sensorium.atlas.area;

/**
 * The whole numbers in which borders and positions are compared: 2^31 steps a degree, 0.05 mm.
 *
 * <p>Vertices of borders lie on even numbers, edges of cells on odd ones, and the latitude of an
 * asked position is odd. So no vertex ever lies on an edge of a cell or level with a position.
 */
final class Lattice {

  /** West and south edge of the root cell, which is 2^{@value #ROOT_BITS} steps wide and high. */
  static final long ROOT_EDGE = -(256L << 31) - 1;

  static final int ROOT_BITS = 40;

  private static final double PAIRS_PER_DEGREE = 0x1p30;
  private static final long NORTHMOST = (90L << 31) - 1;

  private Lattice() {}

  /** A distance, less what positions may be rounded by. */
  static double degrees(long steps) {
    return Math.max(0, steps - 4) / (2 * PAIRS_PER_DEGREE);
  }

  /** The number of a border's vertex: exact for floats but those within 2^-7 deg of zero. */
  static long ofVertex(double deg) {
    return 2 * Math.round(deg * PAIRS_PER_DEGREE);
  }

  /** Where the position lies from west to east; the antimeridian counts as 180 degrees east. */
  static long xOf(double longitudeDeg) {
    return 2 * Math.round((longitudeDeg == -180 ? 180 : longitudeDeg) * PAIRS_PER_DEGREE);
  }

  /** Where the position lies from south to north; the north pole counts as just south of it. */
  static long yOf(double latitudeDeg) {
    return Math.min(2 * Math.round(latitudeDeg * PAIRS_PER_DEGREE) + 1, NORTHMOST);
  }
}
