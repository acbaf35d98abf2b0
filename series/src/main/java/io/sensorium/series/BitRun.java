package io.sensorium.series;

/** Reads columns of numbers of few bits each, lowest bits first. */
final class BitRun {
  /*
   * What is read next is held in local variables, which is several times as fast as asking a reader
   * for each number where only Java's quick compiler is at work. Bits beyond the end read as zero; that
   * they were read shows in bytesTouched.
   */

  private static final int[] ONES = new int[256]; // at the low end of a byte

  static {
    for (int bits = 0; bits < ONES.length; bits++) {
      ONES[bits] = Integer.numberOfTrailingZeros(~bits);
    }
  }

  private final byte[] bytes;
  private final int from;
  private final int end;
  private int at;
  private long buffer;
  private int held;

  BitRun(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.from = from;
    this.end = end;
    at = from;
  }

  /** How many bytes the bits that were read lie in. */
  int bytesTouched() {
    return at - from - (held >>> 3);
  }

  /**
   * Reads numbers by a truncated binary code.
   *
   * @param width bits of a number below {@code shorter}; the others have one more
   */
  void readEven(long[] out, int first, int count, int width, long shorter, long least) {
    long mask = (1L << width) - 1;
    long bits = buffer;
    int have = held;
    int next = at;
    for (int i = first; i < first + count; i++) {
      while (have <= width) {
        bits |= (next < end ? bytes[next] & 0xffL : 0) << have;
        next++;
        have += 8;
      }
      long number = bits & mask;
      int taken = width;
      if (number >= shorter) {
        number = ((number << 1) | ((bits >>> width) & 1)) - shorter;
        taken++;
      }
      bits >>>= taken;
      have -= taken;
      out[i] = least + number;
    }
    moveTo(next, bits, have);
  }

  /** Reads signed numbers around a centre as {@link Rice} codes them. */
  void readGathered(long[] out, int first, int count, long centre) {
    long mean = Rice.FIRST_MEAN;
    long bits = buffer;
    int have = held;
    int next = at;
    for (int i = first; i < first + count; i++) {
      if (have < 32 && next + 4 <= end) {
        bits |= fourBytes(next) << have;
        next += 4;
        have += 32;
      }
      int k = Rice.bitsOfRemainder(mean);
      int quotient = ONES[(int) bits & 0xff];
      long value;
      if (quotient < 8 && quotient + 1 + k <= have) {
        value = ((long) quotient << k) | ((bits >>> (quotient + 1)) & ((1L << k) - 1));
        bits >>>= quotient + 1 + k;
        have -= quotient + 1 + k;
      } else {
        moveTo(next, bits, have);
        value = readOne(k);
        next = at;
        bits = buffer;
        have = held;
      }
      mean = Rice.learned(mean, value);
      out[i] = centre + ZigZag.decode(value);
    }
    moveTo(next, bits, have);
  }

  private long fourBytes(int from) {
    return (bytes[from] & 0xffL)
        | ((bytes[from + 1] & 0xffL) << 8)
        | ((bytes[from + 2] & 0xffL) << 16)
        | ((bytes[from + 3] & 0xffL) << 24);
  }

  private void moveTo(int next, long bits, int have) {
    at = next;
    buffer = bits;
    held = have;
  }

  /** Reads a number as {@link Rice} codes it with that {@code k}. */
  long readOne(int k) {
    int quotient = 0;
    while (quotient < Rice.ESCAPE && take(1) == 1) {
      quotient++;
    }
    if (quotient < Rice.ESCAPE) {
      return ((long) quotient << k) | take(k);
    }
    int length = (int) take(6) + 1;
    int low = Math.min(32, length);
    return take(low) | (take(length - low) << 32);
  }

  /** The next bits, at most 32. */
  private long take(int count) {
    while (held < count) {
      buffer |= (at < end ? bytes[at] & 0xffL : 0) << held;
      at++;
      held += 8;
    }
    long number = buffer & ((1L << count) - 1);
    buffer >>>= count;
    held -= count;
    return number;
  }
}
