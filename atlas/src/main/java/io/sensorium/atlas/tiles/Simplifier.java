package io.sensorium.atlas.tiles;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Leaves points out of a row of them, so that none lies further than a tolerance from what stays.
 */
final class Simplifier {
  /*
   * Douglas and Peucker, Algorithms for the reduction of the number of points required to represent
   * a digitized line, 1973; with a stack instead of a recursion. What crosses itself by it does so
   * by less than the tolerance.
   */

  private int[] stack = new int[64];

  /** The numbers of the points that stay; the first and the last do. */
  BitSet kept(double[] x, double[] y, int size, double tolerance) {
    var kept = new BitSet(size);
    kept.set(0);
    kept.set(size - 1);
    int depth = push(0, 0, size - 1);
    while (depth > 0) {
      int to = stack[--depth];
      int from = stack[--depth];
      int farthest = farthest(x, y, from, to, tolerance * tolerance);
      if (farthest >= 0) {
        kept.set(farthest);
        depth = push(depth, from, farthest);
        depth = push(depth, farthest, to);
      }
    }
    return kept;
  }

  private int push(int depth, int from, int to) {
    if (depth + 2 > stack.length) {
      stack = Arrays.copyOf(stack, 2 * stack.length);
    }
    stack[depth] = from;
    stack[depth + 1] = to;
    return depth + 2;
  }

  /** The point that lies farthest from the straight line; -1 when all lie within the tolerance. */
  private static int farthest(double[] x, double[] y, int from, int to, double leastSquare) {
    int farthest = -1;
    double most = leastSquare;
    double alongX = x[to] - x[from];
    double alongY = y[to] - y[from];
    double lengthSquare = alongX * alongX + alongY * alongY;
    for (int i = from + 1; i < to; i++) {
      double offX = x[i] - x[from];
      double offY = y[i] - y[from];
      double ratio =
          lengthSquare == 0
              ? 0
              : Math.clamp((offX * alongX + offY * alongY) / lengthSquare, 0.0, 1.0);
      double missX = offX - ratio * alongX;
      double missY = offY - ratio * alongY;
      double square = missX * missX + missY * missY;
      if (square > most) {
        most = square;
        farthest = i;
      }
    }
    return farthest;
  }
}
