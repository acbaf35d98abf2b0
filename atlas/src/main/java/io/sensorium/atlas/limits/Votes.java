package io.sensorium.atlas.limits;

import java.util.Arrays;

/**
 * How often each limit was seen under a key; first everything is added, then it is asked for.
 *
 * <p>A key is a hash of 56 bits: of ten million keys, two fall together once in a thousand regions.
 */
final class Votes {

  private static final int NUMBER_BITS = 8;
  private static final long NUMBER_MASK = (1 << NUMBER_BITS) - 1;

  private long[] values = new long[1024];
  private int[] counts = {};
  private int size;

  /** Adds one vote for the limit of a number. */
  void add(long key, int number) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = (key & ~NUMBER_MASK) | number;
  }

  /** To be called between the last vote and the first question. */
  void finish() {
    Arrays.sort(values, 0, size);
    counts = new int[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || values[kept - 1] != values[i]) {
        values[kept++] = values[i];
      }
      counts[kept - 1]++;
    }
    size = kept;
  }

  /** Adds the votes under a key to those of each number, each by a weight. */
  void count(long key, double weight, double[] byNumber) {
    long first = key & ~NUMBER_MASK;
    int i = Arrays.binarySearch(values, 0, size, first);
    for (i = i < 0 ? -1 - i : i; i < size && (values[i] & ~NUMBER_MASK) == first; i++) {
      byNumber[(int) (values[i] & NUMBER_MASK)] += weight * counts[i];
    }
  }
}
