package io.sensorium.core.geo;

import java.util.ArrayList;
import java.util.List;

/**
 * Google's encoded polyline, precision 1e-5 degrees.
 *
 * @see <a href="https://developers.google.com/maps/documentation/utilities/polylinealgorithm">the
 *     published format</a>
 */
public final class Polyline {

  private static final double UNITS_PER_DEG = 1e5;

  private Polyline() {}

  /** Writes positions, each rounded to 5 decimals. */
  public static String encode(List<LatLon> positions) {
    var text = new StringBuilder(positions.size() * 6);
    long previousLatitude = 0;
    long previousLongitude = 0;
    for (var position : positions) {
      long latitude = units(position.latitudeDeg());
      long longitude = units(position.longitudeDeg());
      append(text, latitude - previousLatitude);
      append(text, longitude - previousLongitude);
      previousLatitude = latitude;
      previousLongitude = longitude;
    }
    return text.toString();
  }

  /**
   * Reads what {@link #encode} writes.
   *
   * @throws IllegalArgumentException when the text ends inside a number, or leaves the earth
   */
  public static List<LatLon> decode(String text) {
    var positions = new ArrayList<LatLon>();
    var reader = new Reader(text);
    long latitude = 0;
    long longitude = 0;
    while (reader.hasMore()) {
      latitude += reader.next();
      longitude += reader.next();
      positions.add(new LatLon(latitude / UNITS_PER_DEG, longitude / UNITS_PER_DEG));
    }
    return List.copyOf(positions);
  }

  private static long units(double degrees) {
    return StrictMath.round(degrees * UNITS_PER_DEG);
  }

  private static void append(StringBuilder text, long delta) {
    long rest = delta < 0 ? ~(delta << 1) : delta << 1;
    while (rest >= 0x20) {
      text.append((char) ((0x20 | (rest & 0x1f)) + 63));
      rest >>= 5;
    }
    text.append((char) (rest + 63));
  }

  private static final class Reader {

    private final String text;
    private int index;

    Reader(String text) {
      this.text = text;
    }

    boolean hasMore() {
      return index < text.length();
    }

    long next() {
      long value = 0;
      int shift = 0;
      long chunk;
      do {
        if (index == text.length() || shift > 60) {
          throw new IllegalArgumentException("polyline ends inside a number at " + index);
        }
        chunk = text.charAt(index++) - 63L;
        value |= (chunk & 0x1f) << shift;
        shift += 5;
      } while (chunk >= 0x20);
      return (value & 1) == 1 ? ~(value >> 1) : value >> 1;
    }
  }
}
