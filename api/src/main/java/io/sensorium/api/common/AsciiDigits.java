package io.sensorium.api.common;

/** Numbers as digits in an array of bytes; each method returns the position behind them. */
final class AsciiDigits {

  /** The most bytes of a whole number, with its sign. */
  static final int MOST = 20;

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
    for (int i = at + width - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + width;
  }

  /** Negative numbers reach further than positive ones. */
  private static int putNegative(byte[] bytes, int at, long negative) {
    int end = at + 1;
    for (long rest = negative / 10; rest != 0; rest /= 10) {
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
