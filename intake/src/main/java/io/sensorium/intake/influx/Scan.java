package io.sensorium.intake.influx;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where the parts of a line end. Each gives {@code end} when there is no such place. */
final class Scan {
  /*
   * The name of a series is the longest part of most lines, so it is passed over eight bytes at a
   * time (Mycroft's test for a zero byte; it is exact for the lowest byte that it reports).
   */

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SPACES = ONES * ' ';
  private static final long LINE_ENDS = ONES * '\n';
  private static final long BACKSLASHES = ONES * '\\';

  private Scan() {}

  /** The first space that is not escaped, or the line's end. */
  static int endOfName(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      at = nextOfName(bytes, at, end);
      if (at >= end || bytes[at] != '\\') {
        return Math.min(at, end);
      }
      at += SeriesKey.isEscape(bytes, at, end) ? 2 : 1;
    }
    return end;
  }

  /** The first space, line feed or backslash. */
  private static int nextOfName(byte[] bytes, int from, int end) {
    int at = from;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long word = (long) LONGS.get(bytes, at);
      long found = zeros(word ^ SPACES) | zeros(word ^ LINE_ENDS) | zeros(word ^ BACKSLASHES);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < end && bytes[at] != ' ' && bytes[at] != '\n' && bytes[at] != '\\') {
      at++;
    }
    return at;
  }

  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }

  /** The first {@code =} that is not escaped, or what cannot be part of a key. */
  static int endOfKey(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && !isEndOfValue(bytes[at]) && bytes[at] != '=') {
      at += SeriesKey.isEscape(bytes, at, end) ? 2 : 1;
    }
    return Math.min(at, end);
  }

  /** What follows a value: a comma, a space or the line's end. */
  static int endOfValue(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && !isEndOfValue(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isEndOfValue(byte character) {
    return character == ',' || character == ' ' || character == '\n' || character == '\r';
  }

  /** Behind the quote that closes a string, or {@code end + 1} when none does. */
  static int behindString(byte[] bytes, int openingQuote, int end) {
    int at = openingQuote + 1;
    while (at < end && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return at < end ? at + 1 : end + 1;
  }

  static int endOfLine(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
