package io.sensorium.atlas.tiles;

import io.sensorium.atlas.shape.Line;
import io.sensorium.atlas.shape.Outline;
import java.util.ArrayList;
import java.util.List;

/**
 * A ring with the holes in it.
 *
 * @param outer a ring that is in no other, or in a hole of another
 * @param holes rings inside of it
 */
record Polygon(Line outer, List<Line> holes) {
  /*
   * An outline does not say which of its rings are holes, and the roles of a relation's members
   * often lie. A ring is a hole when it lies in an odd number of others.
   */

  Polygon {
    holes = List.copyOf(holes);
  }

  /** The polygons of an outline; each hole belongs to the smallest ring around it. */
  static List<Polygon> of(Outline outline) {
    var rings = outline.rings().stream().map(Ring::of).toList();
    var holesOf = new ArrayList<List<Line>>();
    rings.forEach(_ -> holesOf.add(new ArrayList<>()));
    var isHole = new boolean[rings.size()];
    for (int i = 0; i < rings.size(); i++) {
      int around = smallestAround(rings, i);
      if (around >= 0 && depth(rings, i) % 2 == 1) {
        isHole[i] = true;
        holesOf.get(around).add(rings.get(i).line);
      }
    }
    var polygons = new ArrayList<Polygon>();
    for (int i = 0; i < rings.size(); i++) {
      if (!isHole[i]) {
        polygons.add(new Polygon(rings.get(i).line, holesOf.get(i)));
      }
    }
    return polygons;
  }

  private static int depth(List<Ring> rings, int inner) {
    int depth = 0;
    for (int i = 0; i < rings.size(); i++) {
      if (i != inner && rings.get(i).holds(rings.get(inner))) {
        depth++;
      }
    }
    return depth;
  }

  private static int smallestAround(List<Ring> rings, int inner) {
    int smallest = -1;
    for (int i = 0; i < rings.size(); i++) {
      boolean isAround = i != inner && rings.get(i).holds(rings.get(inner));
      if (isAround && (smallest < 0 || rings.get(i).size < rings.get(smallest).size)) {
        smallest = i;
      }
    }
    return smallest;
  }

  /**
   * A ring and the box around it.
   *
   * @param size of what it encloses, to compare with others
   */
  private record Ring(Line line, int south, int west, int north, int east, double size) {

    static Ring of(Line line) {
      int south = Integer.MAX_VALUE;
      int west = Integer.MAX_VALUE;
      int north = Integer.MIN_VALUE;
      int east = Integer.MIN_VALUE;
      double size = 0;
      for (int i = 0; i < line.size(); i++) {
        south = Math.min(south, line.latitudeE7(i));
        north = Math.max(north, line.latitudeE7(i));
        west = Math.min(west, line.longitudeE7(i));
        east = Math.max(east, line.longitudeE7(i));
        if (i > 0) {
          size +=
              ((double) line.longitudeE7(i - 1) - line.longitudeE7(0))
                      * ((double) line.latitudeE7(i) - line.latitudeE7(0))
                  - ((double) line.longitudeE7(i) - line.longitudeE7(0))
                      * ((double) line.latitudeE7(i - 1) - line.latitudeE7(0));
        }
      }
      return new Ring(line, south, west, north, east, Math.abs(size));
    }

    boolean holds(Ring other) {
      return size > other.size
          && south <= other.south
          && west <= other.west
          && north >= other.north
          && east >= other.east
          && holdsAPointOf(other.line);
    }

    /** By the first point that is not on this ring: holes may touch what they are in. */
    private boolean holdsAPointOf(Line other) {
      for (int i = 0; i < other.size(); i++) {
        int side = side(other.longitudeE7(i), other.latitudeE7(i));
        if (side != 0) {
          return side > 0;
        }
      }
      return false;
    }

    /** 1 inside, -1 outside, 0 on the ring. */
    private int side(double x, double y) {
      boolean inside = false;
      for (int i = 1; i < line.size(); i++) {
        double ax = line.longitudeE7(i - 1);
        double ay = line.latitudeE7(i - 1);
        double bx = line.longitudeE7(i);
        double by = line.latitudeE7(i);
        double turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
        boolean inBox =
            x >= Math.min(ax, bx)
                && x <= Math.max(ax, bx)
                && y >= Math.min(ay, by)
                && y <= Math.max(ay, by);
        if (turn == 0 && inBox) {
          return 0;
        }
        if ((ay > y) != (by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay)) {
          inside = !inside;
        }
      }
      return inside ? 1 : -1;
    }
  }
}
