package io.sensorium.series;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects bytes, and bits between them. */
final class ByteWriter {

  private byte[] bytes;
  private int size;
  private long bits;
  private int bitCount;

  ByteWriter(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  int size() {
    return size;
  }

  byte[] array() {
    return bytes;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  ByteWriter writeByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteWriter writeInt(int value) {
    reserve(Integer.BYTES);
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  ByteWriter writeLong(long value) {
    return writeInt((int) value).writeInt((int) (value >>> Integer.SIZE));
  }

  /** All bits of it. */
  ByteWriter writeReal(double value) {
    return writeLong(Double.doubleToRawLongBits(value));
  }

  /** Seven bits a byte, lowest first; any long, small ones in few bytes. */
  ByteWriter writeVarint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  ByteWriter writeSigned(long value) {
    return writeVarint(ZigZag.encode(value));
  }

  ByteWriter writeBytes(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  ByteWriter writeText(String text) {
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    return writeVarint(encoded.length).writeBytes(encoded);
  }

  /** Adds the lowest {@code count} bits, at most 32; {@link #flushBits} ends a run of bits. */
  void writeBits(long value, int count) {
    bits |= (value & ((1L << count) - 1)) << bitCount;
    bitCount += count;
    if (bitCount >= 32) {
      writeInt((int) bits);
      bits >>>= 32;
      bitCount -= 32;
    }
  }

  void flushBits() {
    while (bitCount > 0) {
      writeByte((int) bits);
      bits >>>= 8;
      bitCount -= 8;
    }
    bits = 0;
    bitCount = 0;
  }

  private void reserve(int count) {
    if (size + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
    }
  }
}
