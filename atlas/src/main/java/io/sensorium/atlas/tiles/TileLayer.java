package io.sensorium.atlas.tiles;

import java.util.Locale;

/** A layer of the tiles, in the order in which they are drawn. */
enum TileLayer {
  LANDUSE,
  WATER,
  WATERWAY,
  BUILDING,
  ROAD,
  RAIL,
  BOUNDARY,
  PLACE,
  POI;

  /** The name in tiles and styles. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
