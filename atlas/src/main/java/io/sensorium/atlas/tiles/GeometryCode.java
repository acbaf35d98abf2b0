package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.WireMessage;

/**
 * Geometry as the commands of vector tiles: moves and lines, each relative to the last point.
 *
 * @see <a href="https://github.com/mapbox/vector-tile-spec/tree/master/2.1">the format</a>
 */
final class GeometryCode {

  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final WireMessage out = new WireMessage();
  private final int left;
  private final int top;
  private int x;
  private int y;

  /** Geometry of the tile whose corner is there, in units of its zoom. */
  GeometryCode(int left, int top) {
    this.left = left;
    this.top = top;
  }

  GeometryCode point(int pointX, int pointY) {
    command(MOVE_TO, 1);
    step(pointX, pointY);
    return this;
  }

  GeometryCode line(Trail line) {
    points(line, line.size());
    return this;
  }

  /** A ring; its last point is told by closing it. */
  GeometryCode ring(Trail ring) {
    points(ring, ring.size() - 1);
    command(CLOSE_PATH, 1);
    return this;
  }

  private void points(Trail trail, int count) {
    point(trail.x(0), trail.y(0));
    command(LINE_TO, count - 1);
    for (int i = 1; i < count; i++) {
      step(trail.x(i), trail.y(i));
    }
  }

  private void command(int command, int count) {
    out.varint((long) count << 3 | command);
  }

  private void step(int toX, int toY) {
    out.signed(toX - left - x).signed(toY - top - y);
    x = toX - left;
    y = toY - top;
  }

  byte[] toBytes() {
    return out.toBytes();
  }
}
