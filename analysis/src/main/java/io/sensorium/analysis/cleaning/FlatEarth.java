package io.sensorium.analysis.cleaning;

/**
 * Distances in metres between near positions given in 1e-7 degrees.
 *
 * <p>Good to 1 % over 50 km, which is enough to compare with thresholds; lengths that are served
 * come from {@link io.sensorium.core.geo.Geodesy}. Crosses the antimeridian the short way.
 */
public final class FlatEarth {
  /*
   * The cosine is taken at the tenth of a degree that holds the latitude and kept until another
   * tenth is asked for, so that it is a pure function of the first position and nearly free.
   */

  /** Metres of 1e-7 degrees of latitude. */
  public static final double METERS_PER_E7 = StrictMath.toRadians(1e-7) * 6_378_137;

  private static final int BAND_E7 = 1_000_000;
  private static final long FULL_CIRCLE_E7 = 3_600_000_000L;
  private static final long HALF_CIRCLE_E7 = 1_800_000_000L;

  private int band = Integer.MIN_VALUE;
  private double longitudeMetersPerE7;

  /** Metres of 1e-7 degrees of longitude at a latitude. */
  public double longitudeMetersPerE7(int latitudeE7) {
    int wanted = Math.floorDiv(latitudeE7, BAND_E7);
    if (wanted != band) {
      band = wanted;
      longitudeMetersPerE7 =
          StrictMath.cos(StrictMath.toRadians((wanted + 0.5) / 10)) * METERS_PER_E7;
    }
    return longitudeMetersPerE7;
  }

  /** Distance between two positions. */
  public double distanceMeters(
      int fromLatitudeE7, int fromLongitudeE7, int toLatitudeE7, int toLongitudeE7) {
    double north = ((double) toLatitudeE7 - fromLatitudeE7) * METERS_PER_E7;
    double east = eastE7(fromLongitudeE7, toLongitudeE7) * longitudeMetersPerE7(fromLatitudeE7);
    return Math.sqrt(north * north + east * east);
  }

  /** How far east one longitude lies of another, the short way round. */
  public static long eastE7(long fromLongitudeE7, long toLongitudeE7) {
    long east = toLongitudeE7 - fromLongitudeE7;
    if (east > HALF_CIRCLE_E7) {
      return east - FULL_CIRCLE_E7;
    }
    return east < -HALF_CIRCLE_E7 ? east + FULL_CIRCLE_E7 : east;
  }
}
