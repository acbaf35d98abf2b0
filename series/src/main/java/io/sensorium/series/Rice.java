package io.sensorium.series;

/**
 * Codes small unsigned numbers in few bits: quotient in unary, remainder in {@code k} bits, where
 * {@code k} follows the numbers seen.
 */
final class Rice {
  /*
   * Golomb-Rice with a running mean, as in JPEG-LS: nothing but the numbers is stored, and a column
   * that changes its character (home, then a drive) costs little at the change. A number whose
   * quotient reaches ESCAPE is written with its own length.
   */

  private static final int ESCAPE = 20;
  private static final int ESCAPE_MASK = (1 << ESCAPE) - 1;
  private static final int MEAN_SHIFT = 4;
  private static final long MEAN_LIMIT = 1L << 40;
  private static final int MAX_K = 24;

  private long scaledMean = 16 << MEAN_SHIFT;

  void write(ByteWriter out, long value) {
    int k = bitsOfRemainder();
    long quotient = value >>> k;
    if (quotient >= 0 && quotient < ESCAPE) {
      out.writeBits((1L << quotient) - 1, (int) quotient + 1);
      out.writeBits(value, k);
    } else {
      int length = BitLength.of(value);
      out.writeBits(ESCAPE_MASK, ESCAPE);
      out.writeBits(length - 1L, 6);
      out.writeBits(value, Math.min(32, length));
      out.writeBits(value >>> 32, Math.max(0, length - 32));
    }
    learn(value);
  }

  /**
   * How many bits {@link #write} takes for the number; it is learned from as if it were written.
   */
  int bits(long value) {
    int k = bitsOfRemainder();
    long quotient = value >>> k;
    learn(value);
    return quotient >= 0 && quotient < ESCAPE
        ? (int) quotient + 1 + k
        : ESCAPE + 6 + BitLength.of(value);
  }

  long read(ByteReader in) {
    int k = bitsOfRemainder();
    long bits = in.peekBits();
    int quotient = Long.numberOfTrailingZeros(~bits);
    long value;
    if (quotient < ESCAPE) {
      value = ((long) quotient << k) | ((bits >>> (quotient + 1)) & ((1L << k) - 1));
      in.skipBits(quotient + 1 + k);
    } else {
      value = readEscaped(in, bits);
    }
    learn(value);
    return value;
  }

  private static long readEscaped(ByteReader in, long bits) {
    int length = (int) ((bits >>> ESCAPE) & 63) + 1;
    in.skipBits(ESCAPE + 6);
    int low = Math.min(32, length);
    long value = in.peekBits() & ((1L << low) - 1);
    in.skipBits(low);
    int high = length - low;
    value |= (in.peekBits() & ((1L << high) - 1)) << 32;
    in.skipBits(high);
    return value;
  }

  private int bitsOfRemainder() {
    // ln 2 of the mean is the best 2^k for a geometric distribution; 11/16 is near it.
    long target = (scaledMean * 11) >>> (MEAN_SHIFT + 4);
    return Math.min(MAX_K, BitLength.of(target));
  }

  private void learn(long value) {
    long bounded = value >= 0 && value < MEAN_LIMIT ? value : MEAN_LIMIT;
    scaledMean += bounded - (scaledMean >> MEAN_SHIFT);
  }
}
