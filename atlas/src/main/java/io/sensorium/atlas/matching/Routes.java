package io.sensorium.atlas.matching;

import java.util.Arrays;

/** Rows of directed edges, each row told by a number. */
final class Routes {

  /** No edges between. */
  static final int NONE = -1;

  private int[] values = new int[1024];
  private int size;

  /** Keeps the edges of a route, from the last to the first; returns its number. */
  int startBackwards() {
    add(0);
    return size - 1;
  }

  void addBackwards(int route, int directed) {
    add(directed);
    values[route]++;
  }

  int length(int route) {
    return route == NONE ? 0 : values[route];
  }

  /** An edge of a route, counted from its begin. */
  int edge(int route, int i) {
    return values[route + values[route] - i];
  }

  private void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }
}
