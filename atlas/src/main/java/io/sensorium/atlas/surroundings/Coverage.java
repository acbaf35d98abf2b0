package io.sensorium.atlas.surroundings;

/**
 * The box around all that a map has.
 *
 * @param southE7 degrees times 10^7, as all of them
 */
record Coverage(int southE7, int westE7, int northE7, int eastE7) {

  /** Of a map without anything. */
  static final Coverage NONE =
      new Coverage(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

  Coverage with(int latitudeE7, int longitudeE7) {
    if (latitudeE7 >= southE7
        && latitudeE7 <= northE7
        && longitudeE7 >= westE7
        && longitudeE7 <= eastE7) {
      return this;
    }
    return new Coverage(
        Math.min(southE7, latitudeE7),
        Math.min(westE7, longitudeE7),
        Math.max(northE7, latitudeE7),
        Math.max(eastE7, longitudeE7));
  }

  boolean holds(double latitudeDeg, double longitudeDeg) {
    return latitudeDeg * 1e7 >= southE7
        && latitudeDeg * 1e7 <= northE7
        && longitudeDeg * 1e7 >= westE7
        && longitudeDeg * 1e7 <= eastE7;
  }
}
