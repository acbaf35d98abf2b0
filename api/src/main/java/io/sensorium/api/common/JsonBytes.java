package io.sensorium.api.common;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON of many numbers, appended byte by byte: for answers of thousands of rows. What is appended
 * as text must need no escapes. For one thread.
 */
public final class JsonBytes {

  private static final double[] SCALES = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
  private static final long MAX_EXACT = 1L << 53;

  private byte[] bytes;
  private int length;

  public JsonBytes(int capacity) {
    bytes = new byte[Math.max(64, capacity)];
  }

  /** The bytes of a piece of JSON, to be kept and appended often. */
  public static byte[] piece(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  public int length() {
    return length;
  }

  public JsonBytes append(byte[] piece) {
    ensureRoom(piece.length);
    System.arraycopy(piece, 0, bytes, length, piece.length);
    length += piece.length;
    return this;
  }

  public JsonBytes append(char ascii) {
    ensureRoom(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  public JsonBytes append(String ascii) {
    int count = ascii.length();
    ensureRoom(count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  public JsonBytes append(long number) {
    ensureRoom(AsciiDigits.MOST);
    length = AsciiDigits.put(bytes, length, number);
    return this;
  }

  /** The number with leading zeros, {@code count} digits in all. */
  public JsonBytes appendDigits(int number, int count) {
    ensureRoom(count);
    length = AsciiDigits.putPadded(bytes, length, number, count);
    return this;
  }

  /** In the shortest form that reads back as the same number. */
  public JsonBytes append(double number) {
    /*
     * Nearly all measured values have few decimals. Where a whole number divided by a power of ten
     * gives the value again, its digits are the shortest: the division is rounded correctly.
     */
    for (int decimals = 0; decimals < SCALES.length; decimals++) {
      double scaled = number * SCALES[decimals];
      long whole = (long) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
      if (whole > -MAX_EXACT && whole < MAX_EXACT && whole / SCALES[decimals] == number) {
        return appendScaled(whole, decimals);
      }
    }
    return append(Numbers.exact(number));
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private JsonBytes appendScaled(long scaled, int decimals) {
    if (decimals == 0) {
      return append(scaled);
    }
    if (scaled < 0) {
      append('-');
    }
    long size = Math.abs(scaled);
    long unit = (long) SCALES[decimals];
    return append(size / unit).append('.').appendDigits((int) (size % unit), decimals);
  }

  private void ensureRoom(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
  }
}
