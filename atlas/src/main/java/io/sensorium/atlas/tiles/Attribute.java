package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.WireMessage;

/**
 * What a tile says of a feature.
 *
 * @param value text, or the digits of a number
 * @param isNumber whether tiles have it as a number
 * @param minZoom the first zoom at which it is said
 */
record Attribute(String key, String value, boolean isNumber, int minZoom) {

  private static final int TEXT = 1;
  private static final int SIGNED_NUMBER = 6;

  static Attribute text(String key, String value) {
    return new Attribute(key, value, false, TileGrid.MIN_ZOOM);
  }

  static Attribute number(String key, long value) {
    return new Attribute(key, Long.toString(value), true, TileGrid.MIN_ZOOM);
  }

  /** The same, said from a zoom on. */
  Attribute from(int zoom) {
    return new Attribute(key, value, isNumber, zoom);
  }

  /** The value as a {@code Value} of the format of tiles. */
  byte[] encodedValue() {
    var message = new WireMessage();
    if (isNumber) {
      long number = Long.parseLong(value);
      message.number(SIGNED_NUMBER, (number << 1) ^ (number >> 63));
    } else {
      message.text(TEXT, value);
    }
    return message.toBytes();
  }
}
