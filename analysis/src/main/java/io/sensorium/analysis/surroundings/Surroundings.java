package io.sensorium.analysis.surroundings;

/**
 * Tells what surrounds a position. What is not known is {@code NaN}, so that no threshold holds for
 * it. The same version gives the same answers. Safe for use by many threads.
 */
public interface Surroundings {

  /** Knows nothing. */
  Surroundings UNKNOWN =
      new Surroundings() {
        @Override
        public double offshoreMeters(double latitudeDeg, double longitudeDeg, double enoughMeters) {
          return Double.NaN;
        }

        @Override
        public double metersTo(
            Thing thing, double latitudeDeg, double longitudeDeg, double withinMeters) {
          return Double.NaN;
        }

        @Override
        public String version() {
          return "";
        }
      };

  /**
   * How far all land surely is: 0 on land and where the shore may be, as far as the map is true.
   *
   * @param enoughMeters an answer that is not less may be any that is not less
   */
  double offshoreMeters(double latitudeDeg, double longitudeDeg, double enoughMeters);

  /**
   * How far the nearest thing of a kind is, infinite when none is near.
   *
   * @param withinMeters how far to look
   */
  double metersTo(Thing thing, double latitudeDeg, double longitudeDeg, double withinMeters);

  /** Names the version of all that is known; empty when nothing is. */
  String version();
}
