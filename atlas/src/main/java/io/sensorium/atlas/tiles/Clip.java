package io.sensorium.atlas.tiles;

import java.util.ArrayList;
import java.util.List;

/** Cuts trails down to a strip along one axis; twice makes a rectangle. */
final class Clip {
  /*
   * Rings are cut by the method of Sutherland and Hodgman, half plane by half plane: what would
   * fall into several rings stays one that runs along the edge of the strip, outside of the tile.
   */

  private Clip() {}

  /** The parts of a line from least to most, both included. */
  static List<Trail> line(Trail line, int axis, int least, int most) {
    if (line.least(axis) >= least && line.most(axis) <= most) {
      return List.of(line);
    }
    var parts = new ArrayList<Trail>();
    var part = new Trail(4);
    for (int i = 1; i < line.size(); i++) {
      double enters = ratio(line, i, axis, least, most, true);
      double leaves = ratio(line, i, axis, least, most, false);
      if (enters <= leaves) {
        addAt(part, line, i, enters);
        addAt(part, line, i, leaves);
      }
      if (leaves < 1 || enters > leaves) {
        part = finished(part, parts);
      }
    }
    finished(part, parts);
    return parts;
  }

  private static Trail finished(Trail part, List<Trail> parts) {
    if (part.size() >= 2) {
      parts.add(part);
    }
    return part.size() == 0 ? part : new Trail(4);
  }

  /** Where the segment that ends at i enters or leaves the strip, 0 to 1; 2 or -1 when nowhere. */
  private static double ratio(Trail line, int i, int axis, int least, int most, boolean isEntry) {
    double from = line.at(i - 1, axis);
    double along = line.at(i, axis) - from;
    if (along == 0) {
      boolean isInside = from >= least && from <= most;
      return isEntry ? (isInside ? 0 : 2) : (isInside ? 1 : -1);
    }
    double first = ((along > 0 ? least : most) - from) / along;
    double last = ((along > 0 ? most : least) - from) / along;
    return isEntry ? Math.max(0, first) : Math.min(1, last);
  }

  private static void addAt(Trail part, Trail line, int i, double ratio) {
    part.add(between(line.x(i - 1), line.x(i), ratio), between(line.y(i - 1), line.y(i), ratio));
  }

  private static int between(int from, int to, double ratio) {
    return (int) Math.round(from + ((double) to - from) * ratio);
  }

  /** A ring from least to most; empty when nothing of it lies there. */
  static Trail ring(Trail ring, int axis, int least, int most) {
    if (ring.least(axis) >= least && ring.most(axis) <= most) {
      return ring;
    }
    return half(half(ring, axis, least, 1), axis, most, -1);
  }

  /** What lies at the border or on the side of it that a sign tells. */
  private static Trail half(Trail ring, int axis, int border, int sign) {
    var kept = new Trail(ring.size());
    for (int i = 1; i < ring.size(); i++) {
      long from = (long) sign * ((long) ring.at(i - 1, axis) - border);
      long to = (long) sign * ((long) ring.at(i, axis) - border);
      if (from >= 0) {
        kept.add(ring.x(i - 1), ring.y(i - 1));
      }
      if ((from > 0 && to < 0) || (from < 0 && to > 0)) {
        addAt(kept, ring, i, (double) from / (from - to));
      }
    }
    kept.close();
    return kept;
  }
}
