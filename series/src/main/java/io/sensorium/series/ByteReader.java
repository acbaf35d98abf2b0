package io.sensorium.series;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote; never beyond the end. */
final class ByteReader {

  private final byte[] bytes;
  private final int end;
  private int position;

  ByteReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.position = from;
    this.end = to;
  }

  int remaining() {
    return end - position;
  }

  int readByte() {
    require(1);
    return bytes[position++] & 0xff;
  }

  /** The byte that is read next, which is not taken. */
  int peekByte() {
    require(1);
    return bytes[position] & 0xff;
  }

  int readInt() {
    require(4);
    int value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (bytes[position++] & 0xff) << shift;
    }
    return value;
  }

  long readLong() {
    return (readInt() & 0xffff_ffffL) | ((long) readInt() << 32);
  }

  double readReal() {
    return Double.longBitsToDouble(readLong());
  }

  long readVarint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      long chunk = readByte();
      value |= (chunk & 0x7f) << shift;
      if (chunk < 0x80) {
        return value;
      }
    }
    throw new DamagedBytesException("a number does not end");
  }

  long readSigned() {
    return ZigZag.decode(readVarint());
  }

  /** A number of things that follow, at most {@code most}. */
  int readCount(int most) {
    long count = readVarint();
    if (count < 0 || count > most) {
      throw new DamagedBytesException("a count of " + count + " where " + most + " are possible");
    }
    return (int) count;
  }

  /** The value at a place that a byte tells. */
  <T> T readOneOf(T[] values) {
    int code = readByte();
    if (code >= values.length) {
      throw new DamagedBytesException("no code is " + code);
    }
    return values[code];
  }

  byte[] readBytes(int count) {
    require(count);
    var copy = Arrays.copyOfRange(bytes, position, position + count);
    position += count;
    return copy;
  }

  String readText() {
    int length = readCount(remaining());
    position += length;
    return new String(bytes, position - length, length, StandardCharsets.UTF_8);
  }

  /** The bits from the byte on that is read next, for who reads many of them at once. */
  BitRun bits() {
    return new BitRun(bytes, position, end);
  }

  /** Goes on behind the bytes that a run of bits has touched. */
  void end(BitRun run) {
    require(run.bytesTouched());
    position += run.bytesTouched();
  }

  private void require(int count) {
    if (count < 0 || count > end - position) {
      throw new DamagedBytesException("the bytes end too early");
    }
  }
}
