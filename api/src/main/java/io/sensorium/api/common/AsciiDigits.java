package io.sensorium.api.common;

/** Numbers as digits in an array of bytes; each method returns the position behind them. */
final class AsciiDigits {

  /** The most bytes of a whole number, with its sign. */
  static final int MOST = 20;

  private static final byte[] TENS = new byte[100];
  private static final byte[] ONES = new byte[100];

  static {
    for (int two = 0; two < 100; two++) {
      TENS[two] = (byte) ('0' + two / 10);
      ONES[two] = (byte) ('0' + two % 10);
    }
  }

  private AsciiDigits() {}

  static int put(byte[] bytes, int at, long number) {
    if (number < 0) {
      bytes[at] = '-';
      return putNegative(bytes, at + 1, number);
    }
    return putNegative(bytes, at, -number);
  }

  /** With zeros before it up to a width; no number that is wider. */
  static int putPadded(byte[] bytes, int at, int number, int width) {
    int rest = number;
    int i = at + width - 1;
    for (; i > at; i -= 2) {
      int two = rest % 100;
      bytes[i - 1] = TENS[two];
      bytes[i] = ONES[two];
      rest /= 100;
    }
    if (i == at) {
      bytes[i] = (byte) ('0' + rest % 10);
    }
    return at + width;
  }

  /** Negative numbers reach further than positive ones. */
  private static int putNegative(byte[] bytes, int at, long negative) {
    int end = at + 1;
    for (long limit = -10; negative <= limit && end < at + 19; limit *= 10) {
      end++;
    }
    long rest = negative;
    for (int i = end - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' - rest % 10);
      rest /= 10;
    }
    return end;
  }
}
