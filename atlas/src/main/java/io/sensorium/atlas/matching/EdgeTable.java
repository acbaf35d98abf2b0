package io.sensorium.atlas.matching;

import java.util.Arrays;

/** What one search knows of directed edges: a hash table that is emptied at no cost. */
final class EdgeTable {

  static final int ABSENT = -1;

  private int[] keys = new int[1024];
  private int[] stamps = new int[1024];
  private int mask = 1023;
  private int stamp;
  private int size;

  double[] meters = new double[1024];
  int[] parents = new int[1024];
  boolean[] settled = new boolean[1024];

  void clear() {
    stamp++;
    size = 0;
  }

  int size() {
    return size;
  }

  int find(int directed) {
    int slot = mix(directed) & mask;
    while (stamps[slot] == stamp) {
      if (keys[slot] == directed) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return ABSENT;
  }

  /** The slot of an edge, which is made when it is not there; its metres are then infinite. */
  int slotOf(int directed) {
    if (2 * size > mask) {
      grow();
    }
    int slot = mix(directed) & mask;
    while (stamps[slot] == stamp) {
      if (keys[slot] == directed) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = directed;
    stamps[slot] = stamp;
    meters[slot] = Double.POSITIVE_INFINITY;
    parents[slot] = -1;
    settled[slot] = false;
    size++;
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldStamps = stamps;
    var oldMeters = meters;
    var oldParents = parents;
    var oldSettled = settled;
    int capacity = 2 * oldKeys.length;
    keys = new int[capacity];
    stamps = new int[capacity];
    Arrays.fill(stamps, stamp - 1);
    meters = new double[capacity];
    parents = new int[capacity];
    settled = new boolean[capacity];
    mask = capacity - 1;
    size = 0;
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldStamps[old] == stamp) {
        int slot = slotOf(oldKeys[old]);
        meters[slot] = oldMeters[old];
        parents[slot] = oldParents[old];
        settled[slot] = oldSettled[old];
      }
    }
  }

  private static int mix(int key) {
    int mixed = key * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
