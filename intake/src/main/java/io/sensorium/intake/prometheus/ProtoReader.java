package io.sensorium.intake.prometheus;

import io.sensorium.intake.MalformedInputException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads Protocol Buffers field by field, without copies. For one thread. */
final class ProtoReader {

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH_DELIMITED = 2;
  static final int FIXED32 = 5;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_VARINT_BITS = 70;

  private final byte[] bytes;
  private int at;

  ProtoReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int at() {
    return at;
  }

  void moveTo(int place) {
    at = place;
  }

  /** Number and wire type of the next field, as {@code number << 3 | type}. */
  int tag(int end) {
    long tag = varint(end);
    if (tag <= 0 || tag > Integer.MAX_VALUE) {
      throw malformed();
    }
    return (int) tag;
  }

  long varint(int end) {
    long value = 0;
    for (int shift = 0; shift < LONGEST_VARINT_BITS; shift += 7) {
      if (at >= end) {
        throw malformed();
      }
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw malformed();
  }

  double fixedDouble(int end) {
    return Double.longBitsToDouble(fixed64(end));
  }

  private long fixed64(int end) {
    if (end - at < Long.BYTES) {
      throw malformed();
    }
    long value = (long) LONGS.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  /** Where the length-delimited field that begins here ends; goes on at its first byte. */
  int endOfField(int end) {
    long length = varint(end);
    if (length < 0 || length > end - at) {
      throw malformed();
    }
    return at + (int) length;
  }

  /** Passes over the value of a field that means nothing here. */
  void skip(int tag, int end) {
    switch (tag & 7) {
      case VARINT -> varint(end);
      case FIXED64 -> fixed64(end);
      case LENGTH_DELIMITED -> at = endOfField(end);
      case FIXED32 -> skipFixed32(end);
      default -> throw malformed();
    }
  }

  private void skipFixed32(int end) {
    if (end - at < Integer.BYTES) {
      throw malformed();
    }
    at += Integer.BYTES;
  }

  static MalformedInputException malformed() {
    return new MalformedInputException("the body is no Protocol Buffers message of remote write");
  }
}
