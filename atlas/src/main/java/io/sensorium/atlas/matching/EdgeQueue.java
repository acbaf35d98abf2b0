package io.sensorium.atlas.matching;

import java.util.Arrays;

/** A heap of directed edges by distance; ties go by the edge's number. */
final class EdgeQueue {

  private double[] meters = new double[256];
  private int[] edges = new int[256];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  double leastMeters() {
    return meters[0];
  }

  void add(int directed, double distanceMeters) {
    if (size == edges.length) {
      meters = Arrays.copyOf(meters, 2 * size);
      edges = Arrays.copyOf(edges, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >> 1;
      if (!less(distanceMeters, directed, meters[parent], edges[parent])) {
        break;
      }
      meters[at] = meters[parent];
      edges[at] = edges[parent];
      at = parent;
    }
    meters[at] = distanceMeters;
    edges[at] = directed;
  }

  int removeLeast() {
    int least = edges[0];
    double last = meters[--size];
    int lastEdge = edges[size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size
          && less(meters[child + 1], edges[child + 1], meters[child], edges[child])) {
        child++;
      }
      if (!less(meters[child], edges[child], last, lastEdge)) {
        break;
      }
      meters[at] = meters[child];
      edges[at] = edges[child];
      at = child;
    }
    meters[at] = last;
    edges[at] = lastEdge;
    return least;
  }

  private static boolean less(double meters, int edge, double otherMeters, int otherEdge) {
    return meters < otherMeters || (meters == otherMeters && edge < otherEdge);
  }
}
