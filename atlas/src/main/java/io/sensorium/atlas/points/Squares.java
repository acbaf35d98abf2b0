package io.sensorium.atlas.points;

import java.nio.ByteBuffer;

/**
 * The table of squares at the head of an index: the key of each that holds something, in order, and
 * where its things begin. Safe for use by many threads.
 */
public final class Squares {

  private static final int SQUARE_BYTES = 8;

  private final ByteBuffer bytes;
  private final int at;
  private final int count;
  private final int things;

  /**
   * The table that lies in these bytes.
   *
   * @param at where it begins
   * @param count how many squares it has
   * @param things how many things all of them hold
   */
  public Squares(ByteBuffer bytes, int at, int count, int things) {
    this.bytes = bytes;
    this.at = at;
    this.count = count;
    this.things = things;
  }

  /** How many squares there are. */
  public int count() {
    return count;
  }

  /** Where the table ends. */
  public int endsAt() {
    return at + SQUARE_BYTES * count;
  }

  /** The key of a square. */
  public int key(int square) {
    return bytes.getInt(at + SQUARE_BYTES * square);
  }

  /** The number of the first thing in a square; that of the next square's is where it ends. */
  public int start(int square) {
    return square == count ? things : bytes.getInt(at + SQUARE_BYTES * square + 4);
  }

  /** The first square with this key or a greater one; the count when there is none. */
  public int firstFrom(int key) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
