package io.sensorium.atlas.tiles;

import io.sensorium.atlas.shape.Outline;
import java.util.Arrays;

/**
 * A point inside of an area, for its name.
 *
 * @param latitudeE7 degrees north times 10^7
 * @param longitudeE7 degrees east times 10^7
 */
record InnerPoint(int latitudeE7, int longitudeE7) {

  /** The middle of the longest stretch inside at half of the height. */
  static InnerPoint of(Outline outline) {
    int latitudeE7 = outline.centerLatitudeE7();
    var crossings = crossings(outline, latitudeE7);
    double longest = -1;
    double middle = outline.centerLongitudeE7();
    for (int i = 1; i < crossings.length; i += 2) {
      double length = crossings[i] - crossings[i - 1];
      if (length > longest) {
        longest = length;
        middle = crossings[i - 1] + length / 2;
      }
    }
    return new InnerPoint(latitudeE7, (int) Math.round(middle));
  }

  private static double[] crossings(Outline outline, int latitudeE7) {
    var crossings = new double[16];
    int count = 0;
    for (var ring : outline.rings()) {
      for (int i = 1; i < ring.size(); i++) {
        double fromY = ring.latitudeE7(i - 1);
        double toY = ring.latitudeE7(i);
        if ((fromY > latitudeE7) != (toY > latitudeE7)) {
          double fromX = ring.longitudeE7(i - 1);
          double ratio = (latitudeE7 - fromY) / (toY - fromY);
          crossings = count == crossings.length ? Arrays.copyOf(crossings, 2 * count) : crossings;
          crossings[count++] = fromX + ratio * (ring.longitudeE7(i) - fromX);
        }
      }
    }
    Arrays.sort(crossings, 0, count);
    return Arrays.copyOf(crossings, count);
  }
}
