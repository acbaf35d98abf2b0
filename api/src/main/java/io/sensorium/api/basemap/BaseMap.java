package io.sensorium.api.basemap;

import java.util.List;
import java.util.Optional;

/** The tiles of all maps of the server, as they are at one time. Safe for use by many threads. */
public interface BaseMap {

  /** The first zoom that has tiles. */
  int minZoom();

  /** The last zoom that has tiles; clients enlarge them beyond it. */
  int maxZoom();

  /** Changes with whatever the tiles are made from; letters and digits. */
  String edition();

  /** The boxes around the regions that are drawn, those without anything left out. */
  List<Box> boxes();

  /** Whether a tile touches a box; false for one that cannot be. */
  boolean touches(int zoom, int x, int y);

  /** A tile, packed with gzip; empty when nothing is drawn there. */
  Optional<byte[]> find(int zoom, int x, int y);

  /** A part of the earth, in degrees. */
  record Box(double southDeg, double westDeg, double northDeg, double eastDeg) {

    /** The box around this one and another. */
    Box with(Box other) {
      return new Box(
          Math.min(southDeg, other.southDeg),
          Math.min(westDeg, other.westDeg),
          Math.max(northDeg, other.northDeg),
          Math.max(eastDeg, other.eastDeg));
    }
  }
}
