package io.sensorium.series;

/** Doubles that came as short decimals, as integers times a power of ten. */
final class Decimals {
  /*
   * A double stands for a decimal of at most 15 digits when it is the double nearest to it; two such
   * decimals never share a double. So what a value stands for depends on the value alone, and not on
   * the power that it is scaled by.
   */

  static final int MAX_POWER = 8;

  /** What no scaled number is. */
  static final long NONE = Long.MIN_VALUE;

  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
  private static final long LARGEST = 1_000_000_000_000_000L;

  private Decimals() {}

  /** The value times ten to that power, or {@link #NONE} when that is not what it stands for. */
  static long scaled(double value, int power) {
    double factor = POWERS[power];
    double scaled = value * factor;
    long rounded = (long) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    boolean stands = rounded > -LARGEST && rounded < LARGEST && rounded / factor == value;
    return stands ? rounded : NONE;
  }

  static double value(long scaled, int power) {
    return scaled / POWERS[power];
  }

  /** The least power under which the value is an integer; -1 when there is none. */
  static int powerOf(double value) {
    for (int power = 0; power <= MAX_POWER; power++) {
      if (scaled(value, power) != NONE) {
        return power;
      }
    }
    return -1;
  }

  static long factor(int power) {
    return (long) POWERS[power];
  }
}
