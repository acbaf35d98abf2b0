package io.sensorium.atlas.timezone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The borders of all time zones, as closed rings of vertices in {@link Lattice} steps.
 *
 * <p>Edge n leads from vertex n to vertex n + 1. Zones are numbered in the order in which one is
 * chosen where they overlap.
 */
final class Boundaries {

  private static final short NO_EDGE = -1;

  private final List<String> zones;
  private long[] x = new long[1 << 20];
  private long[] y = new long[1 << 20];
  private short[] zone = new short[1 << 20];
  private int size;

  /** Starts without borders; {@code zones} are in the order of their numbers. */
  Boundaries(List<String> zones) {
    this.zones = List.copyOf(zones);
  }

  List<String> zones() {
    return zones;
  }

  /** Starts a ring of the zone. */
  void startRing(int zoneNumber, float longitudeDeg, float latitudeDeg) {
    add(zoneNumber, Lattice.ofVertex(longitudeDeg), Lattice.ofVertex(latitudeDeg));
    zone[size - 1] = NO_EDGE;
  }

  /** Leads the ring on; the last vertex of a ring has to be its first. */
  void lineTo(int zoneNumber, float longitudeDeg, float latitudeDeg) {
    long nextX = Lattice.ofVertex(longitudeDeg);
    long nextY = Lattice.ofVertex(latitudeDeg);
    if (nextX != x[size - 1] || nextY != y[size - 1]) {
      zone[size - 1] = (short) zoneNumber;
      add(NO_EDGE, nextX, nextY);
    }
  }

  private void add(int zoneNumber, long vertexX, long vertexY) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      zone = Arrays.copyOf(zone, 2 * size);
    }
    x[size] = vertexX;
    y[size] = vertexY;
    zone[size++] = (short) zoneNumber;
  }

  /** The numbers of all edges, in order. */
  int[] listEdges() {
    var edges = new int[size];
    int count = 0;
    for (int vertex = 0; vertex < size; vertex++) {
      if (zone[vertex] != NO_EDGE) {
        edges[count++] = vertex;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  /** The number of the zone whose border the edge is. */
  int zoneOf(int edge) {
    return zone[edge];
  }

  long x(int vertex) {
    return x[vertex];
  }

  long y(int vertex) {
    return y[vertex];
  }

  boolean isCrossed(int edge, CornerPath path) {
    return path.crosses(x[edge], y[edge], x[edge + 1], y[edge + 1]);
  }

  /** Whether the edge may touch the square cell; false only when it surely does not. */
  boolean mayTouch(int edge, long west, long south, long width) {
    double ax = (double) (x[edge] - west);
    double bx = (double) (x[edge + 1] - west);
    double ay = (double) (y[edge] - south);
    double by = (double) (y[edge + 1] - south);
    if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > (double) width) {
      return false;
    }
    if (Math.max(ay, by) < 0 || Math.min(ay, by) > (double) width) {
      return false;
    }
    return mayLineTouch(ax, ay, bx - ax, by - ay, (double) width);
  }

  private static boolean mayLineTouch(
      double ax, double ay, double alongX, double alongY, double width) {
    double side = alongX * ay - alongY * ax;
    double perWidthNorth = alongX * width;
    double perWidthEast = -alongY * width;
    double least = Math.min(0, perWidthNorth) + Math.min(0, perWidthEast) - side;
    double most = Math.max(0, perWidthNorth) + Math.max(0, perWidthEast) - side;
    double products = Math.abs(alongX * ay) + Math.abs(alongY * ax);
    double rounding = 1e-12 * (products + Math.abs(perWidthNorth) + Math.abs(perWidthEast));
    return least <= rounding && most >= -rounding;
  }

  /** The ids of zones in the order of their numbers: alphabetical, but those at sea last. */
  static List<String> inOrderOfChoice(List<String> zones) {
    var land = new ArrayList<>(zones.stream().filter(zone -> !isAtSea(zone)).sorted().toList());
    land.addAll(zones.stream().filter(Boundaries::isAtSea).sorted().toList());
    return land;
  }

  private static boolean isAtSea(String zone) {
    return zone.startsWith("Etc/");
  }
}
