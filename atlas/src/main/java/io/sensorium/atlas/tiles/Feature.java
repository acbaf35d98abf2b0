package io.sensorium.atlas.tiles;

import java.util.List;

/**
 * How an element of a map's file is drawn; it may be drawn as several.
 *
 * @param minZoom the first zoom at which it is drawn
 * @param rank 0 to 255; in a layer of a tile, features come by rising rank
 */
record Feature(TileLayer layer, Form form, int minZoom, int rank, List<Attribute> attributes) {

  /** What an element becomes. */
  enum Form {
    POINT,
    LINE,
    AREA,
    /** A line of which several elements have the same part, which is drawn once. */
    SHARED_LINE
  }

  static final int MAX_RANK = 255;

  Feature {
    if (rank < 0 || rank > MAX_RANK) {
      throw new IllegalArgumentException("rank must be 0 to 255: " + rank);
    }
    attributes = List.copyOf(attributes);
  }
}
