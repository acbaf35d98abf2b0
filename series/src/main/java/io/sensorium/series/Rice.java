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

  /** A quotient that stands for a number written with its own length. */
  static final int ESCAPE = 20;

  private static final int ESCAPE_MASK = (1 << ESCAPE) - 1;
  private static final int MEAN_SHIFT = 4;
  private static final long MEAN_LIMIT = 1L << 40;
  private static final int MAX_K = 24;

  private static final int SMALL_BITS = 8;
  private static final int SMALL = 1 << SMALL_BITS;
  private static final byte[] LENGTHS = new byte[SMALL];

  static {
    for (int target = 0; target < SMALL; target++) {
      LENGTHS[target] = (byte) BitLength.of(target);
    }
  }

  /** The running mean before the first number. */
  static final long FIRST_MEAN = 16 << MEAN_SHIFT;

  private long scaledMean = FIRST_MEAN;

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

  long read(BitRun bits) {
    long value = bits.readOne(bitsOfRemainder());
    learn(value);
    return value;
  }

  private int bitsOfRemainder() {
    return bitsOfRemainder(scaledMean);
  }

  private void learn(long value) {
    scaledMean = learned(scaledMean, value);
  }

  /** The {@code k} of a number that follows others with that running mean. */
  static int bitsOfRemainder(long scaledMean) {
    // ln 2 of the mean is the best 2^k for a geometric distribution; 11/16 is near it.
    long target = (scaledMean * 11) >>> (MEAN_SHIFT + 4);
    if (target < SMALL) {
      return LENGTHS[(int) target];
    }
    long high = target >>> SMALL_BITS;
    return high < SMALL ? SMALL_BITS + LENGTHS[(int) high] : Math.min(MAX_K, BitLength.of(target));
  }

  /** The running mean after one more number. */
  static long learned(long scaledMean, long value) {
    long bounded = value >= 0 && value < MEAN_LIMIT ? value : MEAN_LIMIT;
    return scaledMean + bounded - (scaledMean >> MEAN_SHIFT);
  }
}
