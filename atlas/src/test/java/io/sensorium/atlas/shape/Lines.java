package io.sensorium.atlas.shape;

/** Makes lines of degrees, latitude and longitude by turns. */
public final class Lines {

  private Lines() {}

  /** The line from the first position to the last. */
  public static Line of(double... degrees) {
    int size = degrees.length / 2;
    var latitudes = new int[size];
    var longitudes = new int[size];
    for (int i = 0; i < size; i++) {
      latitudes[i] = (int) Math.round(degrees[2 * i] * 1e7);
      longitudes[i] = (int) Math.round(degrees[2 * i + 1] * 1e7);
    }
    return new Line(latitudes, longitudes, size);
  }
}
