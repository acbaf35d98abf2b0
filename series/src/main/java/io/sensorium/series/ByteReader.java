package io.sensorium.series;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote; never beyond the end. */
final class ByteReader {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private int position;
  private int bitPosition;

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

  byte[] readBytes(int count) {
    require(count);
    var copy = Arrays.copyOfRange(bytes, position, position + count);
    position += count;
    return copy;
  }

  String readText() {
    return new String(readBytes(readCount(remaining())), StandardCharsets.UTF_8);
  }

  /*
   * Bits: 57 or more of them lie in the long that starts at the byte of the bit position. Near the
   * end of the array the long is put together byte by byte; what lies beyond reads as zero and is
   * found out by endBits.
   */

  void startBits() {
    bitPosition = 0;
  }

  /** The next bits, lowest first, of which at least 57 are good. */
  long peekBits() {
    int at = position + (bitPosition >>> 3);
    if (at + 8 <= bytes.length) {
      return (long) LONGS.get(bytes, at) >>> (bitPosition & 7);
    }
    long value = 0;
    for (int i = 0; at + i < bytes.length; i++) {
      value |= (bytes[at + i] & 0xffL) << (8 * i);
    }
    return value >>> (bitPosition & 7);
  }

  void skipBits(int count) {
    bitPosition += count;
  }

  void endBits() {
    require((bitPosition + 7) >>> 3);
    position += (bitPosition + 7) >>> 3;
  }

  private void require(int count) {
    if (count < 0 || count > end - position) {
      throw new DamagedBytesException("the bytes end too early");
    }
  }
}
