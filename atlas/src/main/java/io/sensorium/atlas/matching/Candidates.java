package io.sensorium.atlas.matching;

import java.util.Arrays;

/**
 * The places in the network where each fix may have been, step by step, in columns.
 *
 * <p>A candidate is a directed edge and how far along it; {@link #OFF_ROAD} instead of an edge
 * stands for the fix itself, away from the network.
 */
final class Candidates {

  static final int OFF_ROAD = -1;

  int[] directed = new int[256];
  double[] alongMeters = new double[256];
  double[] emissionCost = new double[256];

  /** The least cost of all ways from the first step to the candidate. */
  double[] cost = new double[256];

  /** The candidate of the step before on that way; -1 where the way begins. */
  int[] before = new int[256];

  /** The edges between both, in {@link Routes}. */
  int[] route = new int[256];

  private int size;

  int size() {
    return size;
  }

  int add(int directedEdge, double along, double emission) {
    if (size == directed.length) {
      grow();
    }
    directed[size] = directedEdge;
    alongMeters[size] = along;
    emissionCost[size] = emission;
    cost[size] = Double.POSITIVE_INFINITY;
    before[size] = -1;
    route[size] = Routes.NONE;
    return size++;
  }

  boolean isOffRoad(int candidate) {
    return directed[candidate] == OFF_ROAD;
  }

  private void grow() {
    int capacity = 2 * size;
    directed = Arrays.copyOf(directed, capacity);
    alongMeters = Arrays.copyOf(alongMeters, capacity);
    emissionCost = Arrays.copyOf(emissionCost, capacity);
    cost = Arrays.copyOf(cost, capacity);
    before = Arrays.copyOf(before, capacity);
    route = Arrays.copyOf(route, capacity);
  }
}
