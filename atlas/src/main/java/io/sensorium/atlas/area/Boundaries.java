package io.sensorium.atlas.area;

import java.util.Arrays;
import java.util.List;

/**
 * The borders of some areas, as closed rings of vertices in {@link Lattice} steps.
 *
 * <p>Edge n leads from vertex n to vertex n + 1. Areas are numbered in the order in which one is
 * chosen where they overlap.
 */
public final class Boundaries {

  private static final int NO_EDGE = -1;
  private static final int FIRST_ROOM = 1 << 12;

  private final List<String> names;
  private long[] x = new long[FIRST_ROOM];
  private long[] y = new long[FIRST_ROOM];
  private int[] area = new int[FIRST_ROOM];
  private int size;

  /**
   * Starts without borders.
   *
   * @param names of the areas in the order of their numbers, written into the index; ASCII. Empty
   *     when the areas are known by their numbers alone
   */
  public Boundaries(List<String> names) {
    this.names = List.copyOf(names);
  }

  List<String> names() {
    return names;
  }

  /** Starts a ring of the area. */
  public void startRing(int areaNumber, double longitudeDeg, double latitudeDeg) {
    add(areaNumber, Lattice.ofVertex(longitudeDeg), Lattice.ofVertex(latitudeDeg));
    area[size - 1] = NO_EDGE;
  }

  /** Leads the ring on; the last vertex of a ring has to be its first. */
  public void lineTo(int areaNumber, double longitudeDeg, double latitudeDeg) {
    long nextX = Lattice.ofVertex(longitudeDeg);
    long nextY = Lattice.ofVertex(latitudeDeg);
    if (nextX != x[size - 1] || nextY != y[size - 1]) {
      area[size - 1] = areaNumber;
      add(NO_EDGE, nextX, nextY);
    }
  }

  private void add(int areaNumber, long vertexX, long vertexY) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      area = Arrays.copyOf(area, 2 * size);
    }
    x[size] = vertexX;
    y[size] = vertexY;
    area[size++] = areaNumber;
  }

  /** The numbers of all edges, in order. */
  public int[] listEdges() {
    var edges = new int[size];
    int count = 0;
    for (int vertex = 0; vertex < size; vertex++) {
      if (area[vertex] != NO_EDGE) {
        edges[count++] = vertex;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  /** The number of the area whose border the edge is. */
  int areaOf(int edge) {
    return area[edge];
  }

  /** Where a vertex lies, to 0.1 mm. */
  public double longitudeDeg(int vertex) {
    return (double) x[vertex] * 0x1p-31;
  }

  /** Where a vertex lies, to 0.1 mm. */
  public double latitudeDeg(int vertex) {
    return (double) y[vertex] * 0x1p-31;
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
}
