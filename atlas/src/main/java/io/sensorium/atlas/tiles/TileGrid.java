package io.sensorium.atlas.tiles;

/**
 * Web Mercator and its squares: at zoom z the earth between 85.0511 degrees south and north is cut
 * into 2^z times 2^z tiles, each of {@link #EXTENT} units.
 */
public final class TileGrid {

  /** The first zoom that is drawn; below it a region is a few pixels. */
  public static final int MIN_ZOOM = 4;

  /** The last zoom that is drawn; a unit is 0.6 m at the equator, so that it can be enlarged. */
  public static final int MAX_ZOOM = 14;

  /** Units along each side of a tile. */
  public static final int EXTENT = 4096;

  /** Units of a pixel, where a tile is shown on 512 of them. */
  static final int UNITS_PER_PIXEL = EXTENT / 512;

  private static final double MAX_LATITUDE_DEG = 85.05112877980659;

  private TileGrid() {}

  /** How far east, 0 to 1 of the way around the earth. */
  static double x(int longitudeE7) {
    return (longitudeE7 * 1e-7 + 180) / 360;
  }

  /** How far south, 0 to 1 of the height of the map. */
  static double y(int latitudeE7) {
    double latitudeDeg = Math.clamp(latitudeE7 * 1e-7, -MAX_LATITUDE_DEG, MAX_LATITUDE_DEG);
    double sin = StrictMath.sin(StrictMath.toRadians(latitudeDeg));
    return 0.5 - StrictMath.log((1 + sin) / (1 - sin)) / (4 * StrictMath.PI);
  }

  /** The units around the earth at a zoom. */
  static double unitsAround(int zoom) {
    return (double) EXTENT * (1L << zoom);
  }

  /** Whether there is such a tile. */
  static boolean isTile(int zoom, int x, int y) {
    return zoom >= 0 && zoom <= 30 && x >= 0 && y >= 0 && x < 1L << zoom && y < 1L << zoom;
  }
}
