package io.sensorium.atlas.shape;

import java.util.Arrays;

/** A row of positions, such as a way; closed when the last is the first. */
public final class Line {

  private final int[] latitudeE7;
  private final int[] longitudeE7;

  Line(int[] latitudeE7, int[] longitudeE7, int size) {
    this.latitudeE7 = Arrays.copyOf(latitudeE7, size);
    this.longitudeE7 = Arrays.copyOf(longitudeE7, size);
  }

  /** How many positions it has. */
  public int size() {
    return latitudeE7.length;
  }

  /** Degrees north times 10^7. */
  public int latitudeE7(int i) {
    return latitudeE7[i];
  }

  /** Degrees east times 10^7. */
  public int longitudeE7(int i) {
    return longitudeE7[i];
  }

  /** Whether it is the outline of something. */
  public boolean isRing() {
    return size() >= 4 && isSame(0, this, size() - 1);
  }

  boolean isSame(int i, Line other, int j) {
    return latitudeE7[i] == other.latitudeE7[j] && longitudeE7[i] == other.longitudeE7[j];
  }

  /** This line and, behind it, another that begins where this one ends. */
  Line followedBy(Line other) {
    var latitudes = Arrays.copyOf(latitudeE7, size() + other.size() - 1);
    var longitudes = Arrays.copyOf(longitudeE7, latitudes.length);
    System.arraycopy(other.latitudeE7, 1, latitudes, size(), other.size() - 1);
    System.arraycopy(other.longitudeE7, 1, longitudes, size(), other.size() - 1);
    return new Line(latitudes, longitudes, latitudes.length);
  }

  Line reversed() {
    int size = size();
    var latitudes = new int[size];
    var longitudes = new int[size];
    for (int i = 0; i < size; i++) {
      latitudes[i] = latitudeE7[size - 1 - i];
      longitudes[i] = longitudeE7[size - 1 - i];
    }
    return new Line(latitudes, longitudes, size);
  }
}
