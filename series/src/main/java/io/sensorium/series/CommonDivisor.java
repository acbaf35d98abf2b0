package io.sensorium.series;

/** The greatest common divisor of numbers. */
final class CommonDivisor {

  private CommonDivisor() {}

  /** The greatest number that divides all; 0 when all are zero. */
  static long of(long[] numbers, int count) {
    long divisor = 0;
    for (int i = 0; i < count; i++) {
      if (numbers[i] == Long.MIN_VALUE) {
        return 1;
      }
      long rest = Math.abs(numbers[i]);
      if (divisor == 0) {
        divisor = rest;
      } else if (divisor == 1) {
        return 1;
      } else if (rest % divisor != 0) {
        divisor = of(divisor, rest);
      }
    }
    return divisor;
  }

  private static long of(long a, long b) {
    long greater = a;
    long smaller = b;
    while (smaller != 0) {
      long rest = greater % smaller;
      greater = smaller;
      smaller = rest;
    }
    return greater;
  }
}
