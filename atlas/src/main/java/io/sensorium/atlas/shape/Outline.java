package io.sensorium.atlas.shape;

import io.sensorium.atlas.area.Boundaries;
import io.sensorium.core.geo.Geodesy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rings around an area, holes among them: a position is inside of an odd number of them.
 *
 * @param rings closed lines, in no order that matters
 */
public record Outline(List<Line> rings) {

  private static final double METERS_PER_E7 =
      StrictMath.toRadians(1e-7) * Geodesy.EARTH_RADIUS_METERS;

  public Outline {
    rings = List.copyOf(rings);
  }

  /**
   * Joins lines at their ends; those that lead to no ring, as at the edge of a map, are left out.
   */
  public static Outline of(List<Line> lines) {
    var rings = new ArrayList<Line>();
    var open = new ArrayList<Line>();
    for (var line : lines) {
      if (line.isRing()) {
        rings.add(line);
      } else if (line.size() >= 2) {
        open.add(line);
      }
    }
    var byEnd = new HashMap<Long, List<Line>>();
    open.forEach(line -> addEnds(byEnd, line));
    for (var line : open) {
      if (isIn(byEnd, line)) {
        remove(byEnd, line);
        var grown = grow(line, byEnd);
        if (grown.isRing()) {
          rings.add(grown);
        }
      }
    }
    return new Outline(rings);
  }

  private static Line grow(Line first, Map<Long, List<Line>> byEnd) {
    var grown = first;
    while (!grown.isRing()) {
      var next = byEnd.getOrDefault(keyOf(grown, grown.size() - 1), List.of());
      if (next.isEmpty()) {
        return grown;
      }
      var line = next.getFirst();
      remove(byEnd, line);
      grown = grown.followedBy(line.isSame(0, grown, grown.size() - 1) ? line : line.reversed());
    }
    return grown;
  }

  private static void addEnds(Map<Long, List<Line>> byEnd, Line line) {
    byEnd.computeIfAbsent(keyOf(line, 0), _ -> new ArrayList<>()).add(line);
    byEnd.computeIfAbsent(keyOf(line, line.size() - 1), _ -> new ArrayList<>()).add(line);
  }

  private static boolean isIn(Map<Long, List<Line>> byEnd, Line line) {
    return byEnd.getOrDefault(keyOf(line, 0), List.of()).stream().anyMatch(one -> one == line);
  }

  private static void remove(Map<Long, List<Line>> byEnd, Line line) {
    for (int end : new int[] {0, line.size() - 1}) {
      var lines = byEnd.get(keyOf(line, end));
      if (lines != null) {
        lines.removeIf(one -> one == line);
      }
    }
  }

  private static long keyOf(Line line, int i) {
    return (long) line.latitudeE7(i) << 32 | (line.longitudeE7(i) & 0xffff_ffffL);
  }

  /** Whether there is no ring. */
  public boolean isEmpty() {
    return rings.isEmpty();
  }

  /** The middle of the box around it. */
  public int centerLatitudeE7() {
    long least = Integer.MAX_VALUE;
    long most = Integer.MIN_VALUE;
    for (var ring : rings) {
      for (int i = 0; i < ring.size(); i++) {
        least = Math.min(least, ring.latitudeE7(i));
        most = Math.max(most, ring.latitudeE7(i));
      }
    }
    return (int) ((least + most) / 2);
  }

  /** The middle of the box around it. */
  public int centerLongitudeE7() {
    long least = Integer.MAX_VALUE;
    long most = Integer.MIN_VALUE;
    for (var ring : rings) {
      for (int i = 0; i < ring.size(); i++) {
        least = Math.min(least, ring.longitudeE7(i));
        most = Math.max(most, ring.longitudeE7(i));
      }
    }
    return (int) ((least + most) / 2);
  }

  /** About how large it is; holes count as if they were none, which is good enough to compare. */
  public double squareMeters() {
    double sum = 0;
    for (var ring : rings) {
      sum = Math.max(sum, Math.abs(signedSquareMeters(ring)));
    }
    return sum;
  }

  private static double signedSquareMeters(Line ring) {
    double cos = StrictMath.cos(StrictMath.toRadians(ring.latitudeE7(0) * 1e-7));
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      double fromEast = ((double) ring.longitudeE7(i - 1) - ring.longitudeE7(0)) * METERS_PER_E7;
      double toEast = ((double) ring.longitudeE7(i) - ring.longitudeE7(0)) * METERS_PER_E7;
      double fromNorth = ((double) ring.latitudeE7(i - 1) - ring.latitudeE7(0)) * METERS_PER_E7;
      double toNorth = ((double) ring.latitudeE7(i) - ring.latitudeE7(0)) * METERS_PER_E7;
      sum += fromEast * toNorth - toEast * fromNorth;
    }
    return sum / 2 * cos;
  }

  /** Whether it holds the position. */
  public boolean contains(double latitudeDeg, double longitudeDeg) {
    double y = latitudeDeg * 1e7;
    double x = longitudeDeg * 1e7;
    boolean inside = false;
    for (var ring : rings) {
      for (int i = 1; i < ring.size(); i++) {
        double ay = ring.latitudeE7(i - 1);
        double by = ring.latitudeE7(i);
        double ax = ring.longitudeE7(i - 1);
        double bx = ring.longitudeE7(i);
        if ((ay > y) != (by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay)) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /** Adds all rings to the borders of an area. */
  public void addTo(Boundaries boundaries, int areaNumber) {
    for (var ring : rings) {
      boundaries.startRing(areaNumber, ring.longitudeE7(0) * 1e-7, ring.latitudeE7(0) * 1e-7);
      for (int i = 1; i < ring.size(); i++) {
        boundaries.lineTo(areaNumber, ring.longitudeE7(i) * 1e-7, ring.latitudeE7(i) * 1e-7);
      }
    }
  }
}
