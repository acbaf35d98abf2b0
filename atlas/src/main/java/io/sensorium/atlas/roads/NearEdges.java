package io.sensorium.atlas.roads;

import java.util.Arrays;

/**
 * The edges that pass near a place, each with its nearest place; used again for place after place.
 */
public final class NearEdges {

  /** So far from the latitude it was made for, a plane is wrong by less than 1 in 3,000. */
  private static final double MAX_PLANE_E7 = 10_000;

  private int[] edges = new int[64];
  private int[] segmentPoints = new int[64];
  private double[] shares = new double[64];
  private double[] squares = new double[64];
  private int size;

  private Plane plane = new Plane(0);
  private int planeLatitudeE7 = Integer.MAX_VALUE;
  private int latitudeE7;
  private int longitudeE7;
  private double maxSquare;

  private int runEdge;
  private int runSlot;
  private double lastEast;
  private double lastNorth;

  Plane start(int latitudeE7, int longitudeE7, double radiusMeters) {
    this.latitudeE7 = latitudeE7;
    this.longitudeE7 = longitudeE7;
    this.maxSquare = radiusMeters * radiusMeters;
    if (Math.abs((double) latitudeE7 - planeLatitudeE7) > MAX_PLANE_E7) {
      plane = new Plane(latitudeE7);
      planeLatitudeE7 = latitudeE7;
    }
    size = 0;
    return plane;
  }

  void startRun(int edge, int pointLatitudeE7, int pointLongitudeE7) {
    runEdge = edge;
    runSlot = -1;
    lastEast = plane.eastMeters(longitudeE7, pointLongitudeE7);
    lastNorth = Plane.northMeters(latitudeE7, pointLatitudeE7);
  }

  void segmentTo(int point, int pointLatitudeE7, int pointLongitudeE7) {
    double east = plane.eastMeters(longitudeE7, pointLongitudeE7);
    double north = Plane.northMeters(latitudeE7, pointLatitudeE7);
    double alongEast = east - lastEast;
    double alongNorth = north - lastNorth;
    double lengthSquare = alongEast * alongEast + alongNorth * alongNorth;
    double share = -(lastEast * alongEast + lastNorth * alongNorth);
    share = share <= 0 ? 0 : share >= lengthSquare ? 1 : share / lengthSquare;
    double nearEast = lastEast + share * alongEast;
    double nearNorth = lastNorth + share * alongNorth;
    double square = nearEast * nearEast + nearNorth * nearNorth;
    if (square <= maxSquare) {
      add(point - 1, share, square);
    }
    lastEast = east;
    lastNorth = north;
  }

  private void add(int segmentPoint, double share, double square) {
    if (runSlot < 0) {
      runSlot = slotOf(runEdge);
    }
    if (square < squares[runSlot]) {
      squares[runSlot] = square;
      shares[runSlot] = share;
      segmentPoints[runSlot] = segmentPoint;
    }
  }

  private int slotOf(int edge) {
    for (int i = 0; i < size; i++) {
      if (edges[i] == edge) {
        return i;
      }
    }
    if (size == edges.length) {
      edges = Arrays.copyOf(edges, 2 * size);
      segmentPoints = Arrays.copyOf(segmentPoints, 2 * size);
      shares = Arrays.copyOf(shares, 2 * size);
      squares = Arrays.copyOf(squares, 2 * size);
    }
    edges[size] = edge;
    squares[size] = Double.MAX_VALUE;
    return size++;
  }

  /** How many edges were found; in no order. */
  public int size() {
    return size;
  }

  public int edge(int i) {
    return edges[i];
  }

  /** Distance of the place to the edge. */
  public double meters(int i) {
    return Math.sqrt(squares[i]);
  }

  /** The point of the shape at which the nearest segment begins, along the way. */
  public int segmentPoint(int i) {
    return segmentPoints[i];
  }

  /** Where the nearest place is on that segment, 0 to 1. */
  public double segmentShare(int i) {
    return shares[i];
  }

  /** A plane for places around. */
  public Plane plane() {
    return plane;
  }
}
