package io.sensorium.atlas.tiles;

import java.util.Arrays;

/** A row of points in units of a zoom, east and south of the grid's corner; a ring is closed. */
final class Trail {

  private int[] coordinates;
  private int size;

  Trail(int capacity) {
    coordinates = new int[Math.max(4, 2 * capacity)];
  }

  int size() {
    return size;
  }

  int x(int i) {
    return coordinates[2 * i];
  }

  int y(int i) {
    return coordinates[2 * i + 1];
  }

  /** One of both: x at axis 0, y at axis 1. */
  int at(int i, int axis) {
    return coordinates[2 * i + axis];
  }

  /** Appends a point, unless it is the last one again. */
  void add(int x, int y) {
    if (size > 0 && x(size - 1) == x && y(size - 1) == y) {
      return;
    }
    if (2 * size == coordinates.length) {
      coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
    }
    coordinates[2 * size] = x;
    coordinates[2 * size + 1] = y;
    size++;
  }

  /** Makes a ring of it. */
  void close() {
    if (size > 0) {
      add(x(0), y(0));
    }
  }

  int least(int axis) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, at(i, axis));
    }
    return least;
  }

  int most(int axis) {
    int most = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, at(i, axis));
    }
    return most;
  }

  /** Twice the area inside of a ring, positive when it runs clockwise as seen on the map. */
  long doubleArea() {
    long sum = 0;
    for (int i = 1; i < size; i++) {
      long fromX = (long) x(i - 1) - x(0);
      long fromY = (long) y(i - 1) - y(0);
      long toX = (long) x(i) - x(0);
      long toY = (long) y(i) - y(0);
      sum += fromX * toY - toX * fromY;
    }
    return sum;
  }

  /** The same points the other way round. */
  Trail reversed() {
    var reversed = new Trail(size);
    for (int i = size - 1; i >= 0; i--) {
      reversed.add(x(i), y(i));
    }
    return reversed;
  }
}
