package io.sensorium.atlas.shape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The nodes of those ways of a file that are drawn. */
final class Ways {

  private final Map<Long, Integer> numbers = new HashMap<>();
  private int[] starts = new int[1024];
  private long[] nodeIds = new long[8192];
  private int size;

  /** Adds a way; its number is how many were added before. */
  int add(long[] nodes, int nodeCount) {
    int start = starts[size];
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    while (start + nodeCount > nodeIds.length) {
      nodeIds = Arrays.copyOf(nodeIds, nodeIds.length + (nodeIds.length >> 1));
    }
    System.arraycopy(nodes, 0, nodeIds, start, nodeCount);
    starts[++size] = start + nodeCount;
    return size - 1;
  }

  /** Makes a way one that is found by its id; relations need few of them. */
  void name(int number, long id) {
    numbers.put(id, number);
  }

  /** The number of a way that was named, or -1 when the file does not have it. */
  int find(long id) {
    return numbers.getOrDefault(id, -1);
  }

  void wantNodes(NodePositions positions) {
    for (int i = 0; i < starts[size]; i++) {
      positions.want(nodeIds[i]);
    }
  }

  Line line(int number, NodePositions positions) {
    return positions.line(nodeIds, starts[number], starts[number + 1]);
  }
}
