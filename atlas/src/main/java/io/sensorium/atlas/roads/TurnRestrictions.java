package io.sensorium.atlas.roads;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongToIntFunction;

/** The turns that signs forbid at one node; those by way of another way are not known here. */
final class TurnRestrictions {

  private final Longs fromWays = new Longs();
  private final Longs viaNodes = new Longs();
  private final Longs toWays = new Longs();
  private final Ints only = new Ints();

  void add(long fromWay, long viaNode, long toWay, boolean only) {
    fromWays.add(fromWay);
    viaNodes.add(viaNode);
    toWays.add(toWay);
    this.only.add(only ? 1 : 0);
  }

  /**
   * The keys of all forbidden turns, sorted.
   *
   * @param vertexOf the vertex of a node, or -1
   * @param outgoing the directed edges that leave a vertex
   * @param wayId the id of the way of a directed edge
   */
  long[] turns(LongToIntFunction vertexOf, IntFunction<int[]> outgoing, IntToLongFunction wayId) {
    var keys = new Longs();
    for (int i = 0; i < fromWays.size(); i++) {
      int vertex = vertexOf.applyAsInt(viaNodes.get(i));
      if (vertex >= 0) {
        addTurns(i, outgoing.apply(vertex), wayId, keys);
      }
    }
    var sorted = keys.toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private void addTurns(int i, int[] leaving, IntToLongFunction wayId, Longs keys) {
    for (int back : leaving) {
      if (wayId.applyAsLong(back) != fromWays.get(i)) {
        continue;
      }
      for (int next : leaving) {
        boolean named = wayId.applyAsLong(next) == toWays.get(i);
        if (only.get(i) == 1 ? !named && next != back : named) {
          keys.add(RoadGraph.turnKey(RoadGraph.reverse(back), next));
        }
      }
    }
  }
}
